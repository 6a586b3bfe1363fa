using IJJO.Platform.OData;
using IJJO.Platform.Web;

namespace IJJO.Platform.Boards;

/// <summary>An action as a form: its fields, with what can be chosen.</summary>
internal sealed record ActionFields(ServedSet Set, BoardAction Action, IReadOnlyList<ActionField> Fields)
{
    /// <summary>A command with members that no form field can give needs a page of the module.</summary>
    public static bool CanBeForm(BoardAction action) => Members(action).All(member => member.IsOptional || SimpleType.Of(member.Type) is not null);

    public static async Task<ActionFields> LoadAsync(ServedSet set, BoardAction action, ActionChoices choices, BoardTexts texts, CancellationToken cancel)
    {
        var fields = new List<ActionField>();
        foreach (var member in Members(action).Where(member => SimpleType.Of(member.Type) is not null))
        {
            var options = await choices.OfAsync(set, action, member, cancel);
            fields.Add(new(member, texts.Parameter(set.Module, set.Name, action.Name, member.Name), texts.Find(set.Module, $"{set.Name}.action.{action.Name}.{member.Name}.hint"), options));
        }
        return new(set, action, fields);
    }

    private static IEnumerable<CommandMember> Members(BoardAction action) =>
        CommandShape.Of(action.Command).Members.Where(member => member.Name != action.KeyMember && member.Name != action.VersionMember);
}

internal sealed record ActionField(CommandMember Member, string Label, string? Hint, IReadOnlyList<Choice>? Choices)
{
    public SimpleType Type => SimpleType.Of(Member.Type)!;

    /// <summary>A text without a limit, or with one beyond a line, gets more than a line.</summary>
    public bool IsLong => Type.Element == typeof(string) && (Limit is null or > 200);

    public int? Limit => Member.Rules.Select(rule => rule switch
    {
        System.ComponentModel.DataAnnotations.MaxLengthAttribute max => max.Length,
        System.ComponentModel.DataAnnotations.StringLengthAttribute length => length.MaximumLength,
        _ => (int?)null,
    }).FirstOrDefault(limit => limit is not null);

    public bool IsRequired => !Member.IsOptional || Member.Rules.Any(rule => rule is System.ComponentModel.DataAnnotations.RequiredAttribute);
}
