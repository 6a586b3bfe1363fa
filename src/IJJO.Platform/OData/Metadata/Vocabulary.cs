using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace IJJO.Platform.OData;

/// <summary>The vocabulary of our own terms, at the address by which every <c>$metadata</c> refers to it: what a list, a record and the staff home need and no standard term says.</summary>
internal static class Vocabulary
{
    public const string Namespace = "IJJO.Platform.v1", Address = "/odata/vocabulary";

    public static EdmModel Build()
    {
        var model = new EdmModel();
        model.SetEdmxVersion(EdmConstants.EdmVersion4);
        var (text, flag, path) = (Primitive(EdmPrimitiveTypeKind.String), Primitive(EdmPrimitiveTypeKind.Boolean), EdmCoreModel.Instance.GetPropertyPath(true));
        IEdmTypeReference Many(IEdmTypeReference one) => EdmCoreModel.GetCollection(one);
        IEdmTypeReference Record(string name, IEdmStructuredType? of, params (string Name, IEdmTypeReference Type)[] members)
        {
            var type = new EdmComplexType(Namespace, name, (IEdmComplexType?)of, false);
            foreach (var member in members) type.AddStructuralProperty(member.Name, member.Type);
            model.AddElement(type);
            return new EdmComplexTypeReference(type, true);
        }
        void Term(string name, IEdmTypeReference type, string appliesTo) => model.AddElement(new EdmTerm(Namespace, name, type, appliesTo, null));

        // A code and its name in the reader's language.
        var value = Record("NamedValue", null, ("Value", text), ("Label", text));
        // What is counted: the rows that the filter leaves, by the question, which is a $apply.
        var counted = Record("Counted", null, ("ID", text), ("Title", text), ("FilterExpression", text), ("Question", text), ("OnHome", flag));
        var trend = Record("TrendType", counted.AsComplex().ComplexDefinition(), ("At", path));
        var chart = Record("ChartType", counted.AsComplex().ComplexDefinition(), ("Kind", text));

        Term("Vocabulary", text, "Property Parameter");
        Term("State", flag, "Property");
        Term("Values", Many(value), "Property");
        Term("ValueFilter", text, "Parameter");
        Term("SearchFields", Many(path), "EntityType");
        Term("ListPage", text, "EntitySet");
        Term("RecordPage", text, "EntitySet");
        Term("Updatable", Many(path), "EntitySet");
        Term("Figure", counted, "EntityType");
        Term("Trend", trend, "EntityType");
        Term("Chart", chart, "EntityType");
        Term("When", text, "Action");
        Term("Page", text, "Action");
        Term("Bulk", flag, "Action");
        return model;
    }

    private static IEdmTypeReference Primitive(EdmPrimitiveTypeKind kind) => EdmCoreModel.Instance.GetPrimitive(kind, true);
}
