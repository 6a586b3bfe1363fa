namespace IJJO.Platform.OData;

/// <summary>
/// The reader, noting what a set's query asks about them: whoever gives the same answers gets the same rows. A query is made of its arguments and nothing
/// else (<see cref="EntitySet"/>), so the answers tell for whom a plan holds.
/// </summary>
internal sealed class AskedReader(ICurrentUser reader) : ICurrentUser
{
    private readonly Dictionary<string, (Func<ICurrentUser, object?> Ask, object? Answer)> _answers = [];
    private ICurrentUser? _reader = reader;

    public Guid? StaffId => (Guid?)Answer(nameof(StaffId), user => user.StaffId);

    public Guid? PartyId => (Guid?)Answer(nameof(PartyId), user => user.PartyId);

    public string Name => (string)Answer(nameof(Name), user => user.Name)!;

    public string Language => (string)Answer(nameof(Language), user => user.Language)!;

    public bool Has(string permission) => (bool)Answer($"{nameof(Has)} {permission}", user => user.Has(permission))!;

    /// <summary>Lets go of the reader: from now on there are only the answers.</summary>
    public void Seal() => _reader = null;

    public bool IsLike(ICurrentUser other)
    {
        foreach (var (ask, answer) in _answers.Values)
        {
            if (!Equals(ask(other), answer)) return false;
        }
        return true;
    }

    private object? Answer(string question, Func<ICurrentUser, object?> ask)
    {
        if (_answers.TryGetValue(question, out var known)) return known.Answer;
        if (_reader is null) throw new InvalidOperationException("The query of a set asks about its reader only when it is made.");
        var answer = ask(_reader);
        _answers.Add(question, (ask, answer));
        return answer;
    }
}
