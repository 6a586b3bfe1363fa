namespace IJJO.Platform.Vocabularies;

/// <summary>A term can no longer be chosen; what carries it keeps it.</summary>
internal sealed record RetireTerm(string Id, uint? Version);

/// <summary>A retired term can be chosen again.</summary>
internal sealed record RestoreTerm(string Id, uint? Version);

internal sealed class RetireTermHandler(TermStore terms) : ICommandHandler<RetireTerm>, ICommandHandler<RestoreTerm>
{
    public Task<Result> Handle(RetireTerm command, CancellationToken cancel) => SetAsync(command.Id, command.Version, false, cancel);

    public Task<Result> Handle(RestoreTerm command, CancellationToken cancel) => SetAsync(command.Id, command.Version, true, cancel);

    // The seed adds and refreshes but never touches whether a term is active: the shipped texts of a retired term stay current.
    private async Task<Result> SetAsync(string key, uint? version, bool active, CancellationToken cancel)
    {
        if (!terms.MayEdit) return Result.Forbidden();
        if (await terms.FindAsync(key, cancel) is not { } row) return Result.NotFound();
        terms.Expect(row, version);
        row.IsActive = active;
        await terms.SaveAsync(cancel);
        return Result.Ok();
    }
}
