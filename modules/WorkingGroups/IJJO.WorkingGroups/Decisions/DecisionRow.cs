using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Decisions;

/// <summary>An entry of a group's decision register; internal ones only for who leads the group.</summary>
public sealed class DecisionRow
{
    [Key] public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public required string GroupTitle { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Outcome { get; init; }
    public DateOnly DecidedOn { get; init; }
    public bool IsPublic { get; init; }

    internal static IQueryable<DecisionRow> Query(WorkingGroupsDb db, ICurrentUser user)
    {
        var language = user.Language;
        var led = GroupAccess.Led(db, user).Select(group => group.Id);
        return from d in db.Decisions.AsNoTracking()
               join g in GroupName.Query(db, user) on d.GroupId equals g.Id
               where d.IsPublic || led.Contains(d.GroupId)
               select new DecisionRow
               {
                   Id = d.Id, GroupId = d.GroupId, GroupTitle = g.Title, Reference = "WG-" + g.Slug + "-D-" + d.Number.ToString(),
                   Title = (language == "es" ? d.Title.Es : language == "fr" ? d.Title.Fr : d.Title.En) ?? d.Title.En ?? d.Title.Es ?? d.Title.Fr ?? "",
                   Text = (language == "es" ? d.Text.Es : language == "fr" ? d.Text.Fr : d.Text.En) ?? d.Text.En ?? d.Text.Es ?? d.Text.Fr ?? "",
                   Outcome = d.Outcome == DecisionOutcome.Adopted ? "adopted" : d.Outcome == DecisionOutcome.Rejected ? "rejected" : "deferred",
                   DecidedOn = d.DecidedOn, IsPublic = d.IsPublic,
               };
    }

    internal static void Describe(Board<DecisionRow> board) => board
        .Title(d => d.Reference, d => d.Title)
        .Columns(d => d.Reference, d => d.Title, d => d.GroupTitle, d => d.Outcome, d => d.DecidedOn)
        .Search(d => d.Reference, d => d.Title, d => d.Text)
        .Filters(d => d.GroupTitle, d => d.Outcome, d => d.DecidedOn)
        .OrderBy("DecidedOn desc")
        .State(d => d.Outcome)
        .LongText(d => d.Text);
}
