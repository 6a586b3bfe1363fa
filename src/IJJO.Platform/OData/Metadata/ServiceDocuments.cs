using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>The list of services, and each one's service document and metadata, which are this reader's and in this reader's language.</summary>
internal static class ServiceDocuments
{
    public static async Task ServicesAsync(HttpContext context)
    {
        Methods.Demand(context, Methods.Read);
        var user = context.RequestServices.GetRequiredService<ICurrentUser>();
        using var answer = new JsonAnswer();
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteStartArray("value");
        foreach (var service in context.RequestServices.GetRequiredService<ODataServices>().All.Where(service => Readable(service, user).Any()))
        {
            json.WriteStartObject();
            json.WriteString("name", service.Key);
            json.WriteString("title", service.Module.Name);
            json.WriteString("version", service.Module.Version);
            json.WriteString("kind", "ServiceDocument");
            json.WriteString("url", Links.Root(context.Request, service.Key));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        Vary(context);
        await answer.SendAsync(context, Representation.Of(context.Request).ContentType);
    }

    public static async Task DocumentAsync(HttpContext context, ODataService service)
    {
        Methods.Demand(context, Methods.Read);
        var readable = Demand(context, service);
        var texts = context.RequestServices.GetRequiredService<BoardTexts>();
        using var answer = new JsonAnswer();
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{Links.Root(context.Request, service.Key)}/$metadata");
        json.WriteStartArray("value");
        foreach (var set in readable)
        {
            json.WriteStartObject();
            json.WriteString("name", set.Name);
            json.WriteString("title", texts.Set(set.Module, set.Name));
            json.WriteString("kind", "EntitySet");
            json.WriteString("url", set.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        Vary(context);
        await answer.SendAsync(context, Representation.Of(context.Request).ContentType);
    }

    public static async Task MetadataAsync(HttpContext context, ODataService service)
    {
        Methods.Demand(context, Methods.Read);
        Demand(context, service);
        var json = MediaTypes.Choose(context.Request, MediaTypes.Xml, MediaTypes.Json).Produced == MediaTypes.Json;
        var document = context.RequestServices.GetRequiredService<MetadataDocuments>().Of(service, context.RequestServices.GetRequiredService<ICurrentUser>(), json);
        var response = context.Response;
        Vary(context);
        response.Headers.ETag = document.ETag;
        if (ETags.IsKnown(context.Request, document.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = document.ContentType;
        response.ContentLength = document.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(document.Bytes, context.RequestAborted);
    }

    private static ServedSet[] Demand(HttpContext context, ODataService service)
    {
        var user = context.RequestServices.GetRequiredService<ICurrentUser>();
        var readable = Readable(service, user).ToArray();
        if (readable.Length == 0) Access.Demand(user, service.Sets[0].Declared.Permission);
        return readable;
    }

    private static IEnumerable<ServedSet> Readable(ODataService service, ICurrentUser user) => service.Sets.Where(set => Access.May(user, set.Declared.Permission));

    private static void Vary(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept, Accept-Language, Authorization, Cookie";
        context.Response.Headers.CacheControl = "private, no-cache";
    }
}
