using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>
/// One endpoint for all that is under <c>/odata/{key}</c>: the library's parser says what an address means, with keys in parentheses or as segments. The
/// library's routing wants a template for each form of address, and its attribute routing finds the service by the beginning of the address, so that
/// <c>odata/work</c> would take what belongs to <c>odata/work-groups</c>.
/// </summary>
internal static class ServiceRouting
{
    private static readonly Uri Root = new("http://service/");

    public static void MapServices(this IEndpointRouteBuilder app)
    {
        app.Map("/odata", ServiceDocuments.ServicesAsync);
        app.Map(Vocabulary.Address, ServiceDocuments.VocabularyAsync);
        app.Map("/odata/{service}/{**path}", ServeAsync).RequireRateLimiting(RateLimits.OData);
    }

    private static Task ServeAsync(HttpContext http)
    {
        var service = http.RequestServices.GetRequiredService<ODataServices>().Find((string)http.GetRouteValue("service")!) ?? throw ODataFault.NotFound();
        return (string?)http.GetRouteValue("path") switch
        {
            null or "" => ServiceDocuments.DocumentAsync(http, service),
            "$metadata" => ServiceDocuments.MetadataAsync(http, service),
            var path => SetAsync(http, service, path),
        };
    }

    private static async Task SetAsync(HttpContext http, ODataService service, string path)
    {
        // The commonest address is a set by its name, for which there is nothing to parse.
        var (segments, aliases) = service.Find(path) is { } named ? (named.Path, []) : Parse(http, service, path);
        if (segments.FirstSegment is not EntitySetSegment entities || service.Find(entities.EntitySet.Name) is not { } set) throw ODataFault.NotFound();
        var feature = http.ODataFeature();
        (feature.Path, feature.Model, feature.RoutePrefix) = (segments, service.Model, service.Prefix);
        var controller = http.RequestServices.GetRequiredService<SetControllers>().Open(http, set);
        var result = await controller.AnswerAsync(SetRequest.Of(http, set, [.. segments.Skip(1)]) with { Aliases = aliases });
        await result.ExecuteResultAsync(controller.ControllerContext);
    }

    private static (ODataPath Path, Dictionary<string, SingleValueNode> Aliases) Parse(HttpContext http, ODataService service, string path)
    {
        // The server leaves %2F as it is, so that it does not end a segment.
        var segments = path.Split('/').Select(segment => Uri.EscapeDataString(segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)));
        var aliases = QueryString.Create(http.Request.Query.Where(option => option.Key.StartsWith('@')).Select(option => KeyValuePair.Create(option.Key, (string?)option.Value.ToString())));
        try
        {
            var parser = new ODataUriParser(service.Model, Root, new Uri(Root, string.Join('/', segments) + aliases)) { Resolver = QueryParser.Resolver(), UrlKeyDelimiter = ODataUrlKeyDelimiter.Slash };
            return (parser.ParsePath(), new(parser.ParameterAliasNodes));
        }
        catch (ODataException unknown)
        {
            throw new ODataFault(StatusCodes.Status404NotFound, "not-found", unknown.Message);
        }
        catch (Exception fault) when (QueryParser.Stumbled(fault))
        {
            throw ODataFault.NotFound();
        }
    }
}
