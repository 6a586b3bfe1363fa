using IJJO.Platform;
using IJJO.WorkingGroups.Groups;

namespace IJJO.WorkingGroups;

/// <summary>Collects what is wrong with a command, so that a form shows everything at once.</summary>
internal sealed class Problems
{
    private readonly List<FieldError> _errors = [];

    public bool Any => _errors.Count > 0;

    public Result ToResult() => Result.Invalid(_errors);

    public Problems Text(string member, string? value, int length, bool required = true)
    {
        if (required && string.IsNullOrWhiteSpace(value)) Add(member, FieldErrors.Required);
        if (value?.Length > length) Add(member, FieldErrors.TooLong, length);
        return this;
    }

    /// <summary>One language is enough, none is not.</summary>
    public Problems Local(string member, LocalText text, int length, bool required = true)
    {
        if (required && text.IsEmpty) Add(member + "En", "working-groups.one-language");
        return Text(member + "En", text.En, length, false).Text(member + "Es", text.Es, length, false).Text(member + "Fr", text.Fr, length, false);
    }

    public Problems Term(string member, IVocabularies vocabularies, string vocabulary, params IEnumerable<string> ids)
    {
        if (ids.Any(id => vocabularies.Find(vocabulary, id) is not { IsActive: true })) Add(member, FieldErrors.Choice);
        return this;
    }

    public Problems When(bool wrong, string member, string code, params object[] arguments)
    {
        if (wrong) Add(member, code, arguments);
        return this;
    }

    private void Add(string member, string code, params object[] arguments) => _errors.Add(new FieldError(member, code, arguments));
}
