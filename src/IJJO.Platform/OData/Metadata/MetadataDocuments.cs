using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;

namespace IJJO.Platform.OData;

/// <summary>The <c>$metadata</c> of a service for a reader: the sets that this person may read and what they may do, with labels in this language. Each is written once.</summary>
internal sealed class MetadataDocuments(BoardTexts texts)
{
    /// <summary>The functions that PostgreSQL runs as the standard says.</summary>
    private static readonly string[] FilterFunctions =
    [
        "concat", "contains", "endswith", "indexof", "length", "startswith", "substring", "tolower", "toupper", "trim",
        "date", "day", "hour", "minute", "month", "now", "second", "year", "ceiling", "floor", "round",
    ];

    private readonly ConcurrentDictionary<string, MetadataDocument> _documents = [];

    /// <summary>The vocabulary of our own terms, which is everybody's.</summary>
    public MetadataDocument OfVocabulary(bool json) => _documents.GetOrAdd($"vocabulary {json}", _ => Write(Vocabulary.Build(), json));

    public MetadataDocument Of(ODataService service, ICurrentUser user, bool json)
    {
        var readable = service.Sets.Where(set => Access.May(user, set.Declared.Permission)).Select(set => set.Name).ToArray();
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var allowed = service.Sets.SelectMany(set => Permissions(set.Declared.Board)).Where(user.Has).ToHashSet();
        return _documents.GetOrAdd($"{service.Key} {language} {json} {string.Join(' ', readable)} {string.Join(' ', allowed.Order())}", _ => Write(service, readable, allowed.Contains, json));
    }

    private static IEnumerable<string> Permissions(BoardDescription board) =>
        board.Actions.Select(action => action.Permission).Concat(new[] { board.Insert, board.Update, board.Delete }.OfType<BoardWrite>().Select(write => write.Permission));

    private MetadataDocument Write(ODataService service, string[] readable, Func<string, bool> may, bool json)
    {
        var described = ServiceBuilder.Build(service.Module, set => readable.Contains(set.Name));
        var model = (EdmModel)described.Model;
        Terms.Refer(model);
        var annotation = new Annotation(model);
        var container = (EdmEntityContainer)model.EntityContainer;
        annotation.Add(container, "Capabilities.FilterFunctions", Annotation.List(FilterFunctions.Select(name => Annotation.Text(name)!)));
        annotation.Add(container, "Capabilities.KeyAsSegmentSupported", Annotation.Flag(true));
        annotation.Add(container, "Capabilities.CrossJoinSupported", Annotation.Flag(false));
        var annotations = new SetAnnotations(annotation, texts, described.Namespace, may);
        var types = new HashSet<IEdmEntityType>();
        foreach (var set in described.Sets) annotations.Write(set, types.Add(set.Type));
        return Write(model, json);
    }

    private static MetadataDocument Write(IEdmModel model, bool json)
    {
        var bytes = json ? Json(model) : Xml(model);
        return new(bytes, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"", json ? "application/json" : "application/xml");
    }

    private static byte[] Xml(IEdmModel model)
    {
        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) }))
            Demand(CsdlWriter.TryWriteCsdl(model, writer, CsdlTarget.OData, out var errors), errors);
        return output.ToArray();
    }

    private static byte[] Json(IEdmModel model)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
            Demand(CsdlWriter.TryWriteCsdl(model, writer, new CsdlJsonWriterSettings(), out var errors), errors);
        return output.ToArray();
    }

    private static void Demand(bool written, IEnumerable<Microsoft.OData.Edm.Validation.EdmError> errors)
    {
        if (!written) throw new InvalidOperationException($"The metadata cannot be written: {string.Join("; ", errors.Select(error => error.ErrorMessage))}");
    }
}

internal sealed record MetadataDocument(byte[] Bytes, string ETag, string ContentType);
