using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace IJJO.Platform.OData;

/// <summary>Writes annotations into a model in few words.</summary>
internal sealed class Annotation(EdmModel model)
{
    public void Add(IEdmVocabularyAnnotatable target, string term, IEdmExpression? value, string? qualifier = null)
    {
        if (value is null) return;
        var annotation = new EdmVocabularyAnnotation(target, Terms.Of(term), qualifier, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }

    public static IEdmExpression? Text(string? text) => text is null ? null : new EdmStringConstant(text);

    public static IEdmExpression Flag(bool value) => new EdmBooleanConstant(value);

    public static IEdmExpression Number(int value) => new EdmIntegerConstant(value);

    /// <summary>A member of an enumeration of a vocabulary.</summary>
    public static IEdmExpression Choice(string type, string member) => new EdmEnumMemberExpression(Terms.Enumeration(type).AddMember(member, new EdmEnumMemberValue(0)));

    public static IEdmExpression Path(string property) => new EdmPathExpression(property);

    public static IEdmExpression AnnotationPath(string annotation) => new EdmAnnotationPathExpression(annotation);

    public static IEdmExpression PropertyPath(string property) => new EdmPropertyPathExpression(property);

    public static IEdmExpression List(IEnumerable<IEdmExpression> items) => new EdmCollectionExpression(items);

    public static IEdmExpression Record(string? type, params (string Name, IEdmExpression? Value)[] members)
    {
        var set = members.Where(member => member.Value is not null).Select(member => new EdmPropertyConstructor(member.Name, member.Value!)).ToArray();
        return type is null ? new EdmRecordExpression(set) : new EdmRecordExpression(Terms.Record(type), set);
    }
}
