using System.ComponentModel.DataAnnotations;
using IJJO.Platform.OData;
using IJJO.Platform.Web;

namespace IJJO.Platform.Boards;

/// <summary>What an action's member can be chosen from.</summary>
internal sealed class ActionChoices(IVocabularies vocabularies, IStaffDirectory staff, BoardReaders readers, BoardTexts texts, BoardValues values)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<Choice>?> OfAsync(ServedSet set, BoardAction action, CommandMember member, CancellationToken cancel)
    {
        if (SimpleType.Of(member.Type) is { IsEnum: true } type)
            return [.. Enum.GetNames(type.Element).Select(name => new Choice(name, texts.Value(set.Module, set.Name, member.Name, name)))];
        if (!action.Choices.TryGetValue(member.Name, out var choice)) return Allowed(set, member);
        if (choice.Vocabulary is { } vocabulary) return Choice.Of(vocabularies.Terms(vocabulary));
        if (choice.StaffWith is { } permission) return [.. (await staff.WithPermissionAsync(permission, cancel)).Select(one => new Choice(one.Id.ToString(), one.Name))];
        return choice.Set is { } other && readers.Find(set.Module, other) is { } found ? await RowsAsync(found, choice.Filter, cancel) : null;
    }

    /// <summary>A member that takes only certain texts; their names are those of the values of the row's property.</summary>
    private IReadOnlyList<Choice>? Allowed(ServedSet set, CommandMember member) => member.Rules.OfType<AllowedValuesAttribute>().FirstOrDefault() is { } rule
        ? [.. rule.Values.OfType<string>().Select(value => new Choice(value, texts.Value(set.Module, set.Name, member.Name, value)))]
        : null;

    private async Task<IReadOnlyList<Choice>> RowsAsync(ServedSet set, string? filter, CancellationToken cancel)
    {
        var options = new Dictionary<string, string>();
        if (filter is not null) options["$filter"] = filter;
        var page = await readers.Open(set).PageAsync(options, null, Most, cancel);
        var title = set.Declared.Board.Title ?? set.Shape.Keys[0].Name;
        return [.. page.Rows.Select(row => new Choice(row.Key, values.Of(set, title, row[title])))];
    }
}
