using IJJO.Platform;
using IJJO.WorkingGroups.Contracts;
using IJJO.WorkingGroups.Decisions;
using IJJO.WorkingGroups.Discussion;
using IJJO.WorkingGroups.Groups;
using IJJO.WorkingGroups.Members;
using IJJO.WorkingGroups.Outputs;
using IJJO.WorkingGroups.Parties;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Samples;

/// <summary>Members, discussions, decisions and outputs of the sample groups. Who sent a sample proposal has joined by accepting its offer; the others join here.</summary>
internal sealed class SampleWork(WorkingGroupsDb db, TimeProvider clock) : ISampleData
{
    public int Order => 35;

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task SeedAsync(CancellationToken cancel)
    {
        foreach (var sample in await SampleGroups.ReadAsync(cancel))
        {
            if (await db.Groups.FirstOrDefaultAsync(g => g.Slug == sample.Id, cancel) is { } group) await AddAsync(group, sample, cancel);
        }
    }

    private async Task AddAsync(Group group, SampleGroup sample, CancellationToken cancel)
    {
        var started = DaysAgo(sample.StartedDaysAgo);
        var members = new Dictionary<string, Member>();
        foreach (var person in sample.Members) members[person.Name] = await MemberAsync(group, person, started, cancel);
        var cases = members.Values.Select(member => member.CaseId).OfType<Guid>().Distinct().ToArray();
        foreach (var thread in sample.Threads) Discuss(group, thread, members, cases);
        foreach (var decision in sample.Decisions.OrderByDescending(decision => decision.DaysAgo)) Decide(group, decision);
        Record(group, sample.Output, members, cases);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Member> MemberAsync(Group group, SamplePerson person, DateTimeOffset started, CancellationToken cancel)
    {
        var party = await db.Parties.FirstOrDefaultAsync(p => p.Email == person.Email, cancel);
        var member = party is null ? null : await db.Members.FirstOrDefaultAsync(m => m.GroupId == group.Id && m.PartyId == party.Id, cancel);
        member ??= Join(group, person, party, started);
        member.Role = Enum.Parse<MemberRole>(person.Role, ignoreCase: true);
        return member;
    }

    private Member Join(Group group, SamplePerson person, Party? party, DateTimeOffset joined)
    {
        if (party is null)
        {
            db.Add(party = new Party { Id = Guid.CreateVersion7(), Name = person.Name, Email = person.Email, Country = person.Country, Language = person.Language ?? "en" });
        }
        var member = Member.Of(group.Id, party.Id, joined);
        member.ShowAs(person.Pseudonym is null ? DisplayAs.Name : DisplayAs.Pseudonym, person.Pseudonym, listed: true, party);
        if (person.Message is not null)
        {
            member.Request(person.Message, DaysAgo(2));
            db.Add(member);
            return member;
        }
        member.Join(joined);
        member.WelcomedAt = joined;
        db.Add(member);
        db.Publish(new MemberJoined(group.Id, group.Title.In(party.Language), member.Id, party.Id, member.CaseId, member.DisplayName), joined);
        return member;
    }

    private void Discuss(Group group, SampleThread sample, Dictionary<string, Member> members, Guid[] cases)
    {
        var thread = new DiscussionThread
        {
            GroupId = group.Id, Title = sample.Title, Language = sample.Language,
            StartedAt = DaysAgo(sample.Posts.Max(post => post.DaysAgo)), LastPostAt = DaysAgo(sample.Posts.Min(post => post.DaysAgo)),
        };
        db.Add(thread);
        foreach (var post in sample.Posts)
        {
            db.Add(new Post
            {
                ThreadId = thread.Id, GroupId = group.Id, MemberId = members[post.Author].Id, Text = post.Text, Language = post.Language, PostedAt = DaysAgo(post.DaysAgo),
            });
        }
        db.Publish(new Posted(group.Id, group.Title.Any, thread.Title, cases), thread.StartedAt);
    }

    private void Decide(Group group, SampleDecision sample) => db.Add(new GroupDecision
    {
        GroupId = group.Id, Number = group.NextDecision(), Title = sample.Title.ToText(), Text = sample.Text.ToText(),
        Outcome = Enum.Parse<DecisionOutcome>(sample.Outcome, ignoreCase: true), DecidedOn = Day(-sample.DaysAgo), RecordedAt = DaysAgo(sample.DaysAgo),
    });

    private void Record(Group group, SampleOutput sample, Dictionary<string, Member> members, Guid[] cases)
    {
        var output = new Output
        {
            GroupId = group.Id, Title = sample.Title.ToText().In(sample.Language), Summary = sample.Summary.ToText().In(sample.Language),
            Language = sample.Language, AdvanceType = sample.Type, Themes = group.Themes, RecordedAt = DaysAgo(sample.DaysAgo),
        };
        output.CreditTo(sample.Credits.Select(credit => members[credit.Name].Id));
        db.Add(output);
        db.Publish(new OutputRecorded(group.Id, group.Title.Any, output.Id, output.Title, cases), output.RecordedAt);
    }

    private DateTimeOffset DaysAgo(int days) => Now.AddDays(-days);

    private DateOnly Day(int fromToday) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(fromToday);
}
