using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace IJJO.Platform.OData;

/// <summary>The vocabularies that the annotations are taken from, and the few terms of our own where no standard one says it.</summary>
internal static class Terms
{
    private static readonly (string Namespace, string Alias, string Address)[] All =
    [
        ("Org.OData.Core.V1", "Core", "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml"),
        ("Org.OData.Capabilities.V1", "Capabilities", "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Capabilities.V1.xml"),
        ("com.sap.vocabularies.Common.v1", "Common", "https://sap.github.io/odata-vocabularies/vocabularies/Common.xml"),
        ("com.sap.vocabularies.UI.v1", "UI", "https://sap.github.io/odata-vocabularies/vocabularies/UI.xml"),
        (Vocabulary.Namespace, "Platform", Vocabulary.Address),
    ];

    /// <summary>A term by alias and name, <c>UI.LineItem</c>. The writer needs its name only; its type is in the vocabulary it comes from.</summary>
    public static IEdmTerm Of(string name)
    {
        var (space, local) = Split(name);
        return new EdmTerm(space, local, EdmCoreModel.Instance.GetUntyped());
    }

    /// <summary>The type of a record, <c>UI.DataField</c>.</summary>
    public static IEdmStructuredTypeReference Record(string name)
    {
        var (space, local) = Split(name);
        return new EdmComplexTypeReference(new EdmComplexType(space, local), false);
    }

    /// <summary>An enumeration, <c>Capabilities.NavigationType</c>.</summary>
    public static EdmEnumType Enumeration(string name)
    {
        var (space, local) = Split(name);
        return new EdmEnumType(space, local);
    }

    public static void Refer(EdmModel model)
    {
        model.SetEdmxVersion(EdmConstants.EdmVersion4);
        var references = All.Select(vocabulary =>
        {
            var reference = new EdmReference(new Uri(vocabulary.Address, UriKind.RelativeOrAbsolute));
            reference.AddInclude(new EdmInclude(vocabulary.Alias, vocabulary.Namespace));
            return (IEdmReference)reference;
        });
        model.SetEdmReferences([.. references]);
        foreach (var (space, alias, _) in All) model.SetNamespaceAlias(space, alias);
    }

    private static (string Namespace, string Name) Split(string name)
    {
        var dot = name.IndexOf('.');
        return (All.Single(vocabulary => vocabulary.Alias == name[..dot]).Namespace, name[(dot + 1)..]);
    }
}
