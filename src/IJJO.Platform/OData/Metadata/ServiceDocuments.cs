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
        var services = context.RequestServices.GetRequiredService<ODataServices>().All.Where(service => Readable(service, user).Any());
        await SendAsync(context, null, services.Select(service => new Entry(service.Key, service.Module.Name, "ServiceDocument", Links.Root(context.Request, service.Key), service.Module.Version)));
    }

    public static async Task DocumentAsync(HttpContext context, ODataService service)
    {
        Methods.Demand(context, Methods.Read);
        var readable = Demand(context, service);
        var texts = context.RequestServices.GetRequiredService<BoardTexts>();
        await SendAsync(context, $"{Links.Root(context.Request, service.Key)}/$metadata", readable.Select(set => new Entry(set.Name, texts.Set(set.Module, set.Name), "EntitySet", set.Name)));
    }

    public static async Task MetadataAsync(HttpContext context, ODataService service)
    {
        Methods.Demand(context, Methods.Read);
        Demand(context, service);
        await SendAsync(context, (documents, json) => documents.Of(service, context.RequestServices.GetRequiredService<ICurrentUser>(), json));
    }

    /// <summary>The terms of our own that the metadata of every service refers to.</summary>
    public static Task VocabularyAsync(HttpContext context)
    {
        Methods.Demand(context, Methods.Read);
        return SendAsync(context, (documents, json) => documents.OfVocabulary(json));
    }

    private static async Task SendAsync(HttpContext context, Func<MetadataDocuments, bool, MetadataDocument> find)
    {
        var document = find(context.RequestServices.GetRequiredService<MetadataDocuments>(), MediaTypes.Choose(context.Request, MediaTypes.Xml, MediaTypes.Json).Produced == MediaTypes.Json);
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

    private static async Task SendAsync(HttpContext context, string? about, IEnumerable<Entry> entries)
    {
        var representation = Representation.Of(context.Request);
        using var answer = new JsonAnswer();
        var json = answer.Json;
        json.WriteStartObject();
        if (about is not null && !representation.IsBare) json.WriteString("@odata.context", about);
        json.WriteStartArray("value");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("name", entry.Name);
            json.WriteString("title", entry.Title);
            if (entry.Version is not null) json.WriteString("version", entry.Version);
            json.WriteString("kind", entry.Kind);
            json.WriteString("url", entry.Url);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        Vary(context);
        await answer.SendAsync(context, representation.ContentType);
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

    /// <summary>What a document names: a service or an entity set.</summary>
    private sealed record Entry(string Name, string Title, string Kind, string Url, string? Version = null);
}
