using IJJO.WorkingGroups.Discussion;
using IJJO.WorkingGroups.Groups;
using IJJO.WorkingGroups.Members;
using IJJO.WorkingGroups.Outputs;
using IJJO.WorkingGroups.Parties;

namespace IJJO.WorkingGroups.Tests;

public sealed class GroupRules
{
    private static readonly DateTimeOffset Now = new(2026, 3, 16, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_charter_draft_is_replaced_until_it_is_approved_and_then_followed()
    {
        var group = NewGroup();
        group.WriteCharter(LocalText.Of("First", null, null), "Clara", Now);
        group.WriteCharter(LocalText.Of("First, corrected", null, null), "Clara", Now);
        group.ApproveCharter("Carla", Now);
        group.WriteCharter(LocalText.Of("Second", null, null), "Clara", Now);

        Assert.Equal([1, 2], group.Charter.Select(version => version.Number));
        Assert.Equal("First, corrected", group.ApprovedCharter!.Text.En);
        Assert.Equal("Second", group.DraftCharter!.Text.En);
    }

    [Theory]
    [InlineData(0, "working-groups.sunset-past")]
    [InlineData(1, null)]
    [InlineData(1096, null)]
    [InlineData(1097, "working-groups.sunset-far")]
    public void A_sunset_lies_ahead_and_within_three_years(int days, string? problem) =>
        Assert.Equal(problem, SunsetRule.Problem(DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days), Now)?.Code);

    [Fact]
    public void A_moved_milestone_shows_its_slip()
    {
        var milestone = NewGroup().Plan(LocalText.Of("Draft", null, null), new DateOnly(2026, 4, 1));
        milestone.Due = new DateOnly(2026, 4, 15);

        Assert.Equal(14, milestone.SlipInDays);
    }

    [Theory]
    [InlineData("Calidad de las prácticas: ¿qué medir?", "calidad-de-las-practicas-que-medir")]
    [InlineData("مجموعة", "")]
    public void An_address_is_made_of_plain_letters(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Theory]
    [InlineData("fr", "Bonjour", "fr")]
    [InlineData("es", "Hello", "en")]
    public void A_text_is_shown_in_the_readers_language_or_says_which_it_is_in(string reader, string text, string language) =>
        Assert.Equal((text, language), LocalText.Of("Hello", " ", "Bonjour").Best(reader));

    [Fact]
    public void A_member_shown_by_pseudonym_keeps_it_when_the_party_changes_its_name()
    {
        var party = new Party { Id = Guid.NewGuid(), Name = "Ana Real" };
        var member = Member.Of(Guid.NewGuid(), party.Id, Now);
        member.ShowAs(DisplayAs.Pseudonym, "Nightingale", true, party);

        party.Name = "Ana Nueva";
        member.Follow(party);

        Assert.Equal("Nightingale", member.DisplayName);
    }

    [Fact]
    public void A_pseudonym_without_text_uncovers_nothing()
    {
        var party = new Party { Id = Guid.NewGuid(), Name = "Ana Real", EntityName = "Real Institute" };
        var member = Member.Of(Guid.NewGuid(), party.Id, Now);

        member.ShowAs(DisplayAs.Pseudonym, null, true, party);

        Assert.Equal("", member.DisplayName);
    }

    [Fact]
    public void A_post_can_be_corrected_on_its_first_day_only()
    {
        var post = new Post { ThreadId = Guid.NewGuid(), GroupId = Guid.NewGuid(), Text = "…", Language = "en", PostedAt = Now };

        Assert.True(post.CanBeEdited(Now.AddHours(24)));
        Assert.False(post.CanBeEdited(Now.AddHours(25)));
    }

    [Fact]
    public void Credits_keep_their_order_when_members_come_and_go()
    {
        Guid first = Guid.NewGuid(), second = Guid.NewGuid(), third = Guid.NewGuid();
        var output = new Output { GroupId = Guid.NewGuid(), Title = "T", Summary = "S", Language = "en", AdvanceType = "research", RecordedAt = Now };
        output.CreditTo([first, second]);

        output.CreditTo([third, second]);

        Assert.Equal([third, second], output.Credits.OrderBy(credit => credit.Place).Select(credit => credit.MemberId));
    }

    private static Group NewGroup() => new() { Slug = "group", Title = LocalText.Of("Group", null, null), LineOfWork = "networks", CreatedAt = Now };
}
