using System.Net;
using System.Text.RegularExpressions;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Npgsql;

[assembly: AssemblyFixture(typeof(IJJO.WorkingGroups.Tests.GroupsHost))]

namespace IJJO.WorkingGroups.Tests;

/// <summary>A host with this module only, and what its tests do again and again.</summary>
public sealed partial class GroupsHost : IAsyncLifetime
{
    internal static readonly TestPerson Coordinator =
        TestPerson.Staff("Clara Coordinator", "working-groups.read", "working-groups.manage", "working-groups.convene");

    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(["working-groups"]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A group that works, made the way staff make it.</summary>
    internal async Task<TestGroup> ActiveGroupAsync(string title)
    {
        var browser = Host.Browser(Coordinator);
        var form = await browser.OpenAsync("/staff/working-groups/new");
        var record = await browser.SubmitAsync(form,
        [
            ("TitleEn", title), ("PurposeEn", "To find out."), ("CharterEn", "We meet twice a quarter."), ("LineOfWork", "networks"), ("Themes", "mediation"),
        ], "form#group");
        Assert.Contains("/staff/working-groups/groups/", record.Path);
        var id = Guid.Parse(GroupId().Match(record.Path).Value);
        record = await browser.SubmitAsync(record, [("Sunset", $"{DateTime.UtcNow.AddDays(200):yyyy-MM-dd}")], "form#charter-group");
        // Activation needs a convener; the account of a test person is none that the directory knows.
        await RunAsync("UPDATE working_groups.groups SET convener_staff_id = $1 WHERE id = $2", Coordinator.StaffId!.Value, id);
        record = await browser.SubmitAsync(await browser.OpenAsync(record.Path), [], "form#activate");
        Assert.Equal(HttpStatusCode.OK, record.Status);
        return new TestGroup(id, await ScalarAsync<string>("SELECT slug FROM working_groups.groups WHERE id = $1", id), title);
    }

    /// <summary>Somebody who accepted the offer to join.</summary>
    internal async Task<TestPerson> MemberAsync(TestGroup group, string name, string displayAs = "name", string? pseudonym = null, string? entity = null, string language = "en")
    {
        var party = Guid.CreateVersion7();
        await Host.PublishAsync(new PartyChangedSent(party, name, entity, $"{party:N}@example.org", language, "BE"));
        await Host.PublishAsync(Accepted(group, party, name, displayAs, pseudonym, entity));
        await Eventually.IsTrueAsync(
            async () => await ScalarAsync<long>("SELECT count(*) FROM working_groups.members WHERE party_id = $1 AND state = 'Active' AND welcomed_at IS NOT NULL", party) == 1
                && await ScalarAsync<long>("SELECT count(*) FROM working_groups.parties WHERE id = $1", party) == 1,
            "the membership and the person behind it");
        return TestPerson.Participant(name, party);
    }

    internal static OfferAnsweredSent Accepted(TestGroup group, Guid party, string name, string displayAs = "name", string? pseudonym = null, string? entity = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), party, "join-working-group", group.Id, "accepted", displayAs, pseudonym, name, entity, DateTimeOffset.UtcNow);

    internal async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    internal Task RunAsync(string sql, params object[] values) => ScalarAsync<object?>(sql, values);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex GroupId();
}

internal sealed record TestGroup(Guid Id, string Slug, string Title);

[EventName("submissions.party-changed.v1")]
internal sealed record PartyChangedSent(Guid PartyId, string Name, string? EntityName, string Email, string Language, string Country);

[EventName("submissions.party-erased.v1")]
internal sealed record PartyErasedSent(Guid PartyId);

[EventName("outreach.offer-answered.v1")]
internal sealed record OfferAnsweredSent(
    Guid DecisionId, Guid CaseId, Guid PartyId, string Action, Guid? GroupId, string Answer, string DisplayAs, string? Pseudonym, string Name, string? EntityName,
    DateTimeOffset AnsweredAt);
