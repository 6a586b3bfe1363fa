using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Groups;

/// <summary>A working group that a decision may offer.</summary>
public sealed class GroupRow
{
    [Key] public Guid Id { get; init; }
    public string Title { get; init; } = "";
    public string State { get; init; } = "";
    public string LineOfWork { get; init; } = "";
    public IReadOnlyList<string> Themes { get; init; } = [];

    internal static IQueryable<GroupRow> Query(EvaluationDb db, ICurrentUser user) => db.Groups.AsNoTracking()
        .Where(g => g.State == "chartered" || g.State == "active")
        .Select(g => new GroupRow { Id = g.Id, Title = g.Title, State = g.State, LineOfWork = g.LineOfWork, Themes = g.Themes });

    internal static void Describe(Board<GroupRow> board) => board
        .Title(g => g.Title)
        .Columns(g => g.Title, g => g.LineOfWork, g => g.Themes, g => g.State)
        .Search(g => g.Title)
        .OrderBy("Title")
        .Vocabulary(g => g.LineOfWork, Vocabulary.LineOfWork)
        .Vocabulary(g => g.Themes, Vocabulary.Theme)
        .State(g => g.State)
        .NotInNavigation();
}
