using System.Net;
using System.Text.Json;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Tests;

/// <summary>The form, from the first visit to the receipt.</summary>
public sealed class SendingAProposal(SubmissionsHost site) : IClassFixture<SubmissionsHost>
{
    [Fact]
    public async Task A_complete_form_gets_a_reference_and_a_receipt_with_a_link()
    {
        var thanks = await site.SendAsync("complete@example.org", ("Language", "fr"));

        var proposal = await site.ProposalAsync("complete@example.org");
        Assert.Equal(ProposalState.Received, proposal.State);
        Assert.Matches(@"^S-\d{4}-\d{5}$", proposal.Reference);
        Assert.Contains(proposal.Reference, thanks.Text);
        var mail = Assert.Single(await site.MailsAsync("complete@example.org"));
        Assert.Equal(("submissions.receipt", "fr"), (mail.Template, mail.Language));
        Assert.Contains("/fr/proposals/", mail.Link);
    }

    [Fact]
    public async Task Opening_the_mailed_link_changes_nothing_and_confirming_does()
    {
        await site.SendAsync("confirm@example.org", ("Consents", "evaluate"), ("Consents", "newsletter"));
        var link = (await site.MailsAsync("confirm@example.org"))[0].Link;
        var browser = site.Host.Browser();

        var page = await browser.OpenAsync(link);
        await browser.OpenAsync(link);
        Assert.Null((await site.ProposalAsync("confirm@example.org")).ConfirmedAt);

        var status = await browser.SubmitAsync(page, [], "#confirm");
        var proposal = await site.ProposalAsync("confirm@example.org");
        Assert.Equal(ProposalState.Screening, proposal.State);
        Assert.Contains("Your proposal", status.Text);
        Assert.Single(await site.EventsAsync("submissions.proposal-submitted.v1", proposal.Id.ToString()));
        Assert.Contains("confirm@example.org", Assert.Single(await site.EventsAsync("submissions.party-changed.v1", proposal.PartyId.ToString()!)));
        Assert.Equal(2, (await site.EventsAsync("submissions.consent-changed.v1", proposal.PartyId.ToString()!)).Count);
    }

    [Fact]
    public async Task Confirming_twice_makes_one_case()
    {
        var link = await site.SendAndConfirmAsync("twice@example.org");
        var proposal = await site.ProposalAsync("twice@example.org");
        await site.Host.InScopeAsync<IJJO.Platform.ICommandHandler<ConfirmProposal>>(handler => handler.Handle(new ConfirmProposal(proposal.Id), default));

        Assert.NotEmpty(link);
        Assert.Single(await site.EventsAsync("submissions.proposal-submitted.v1", proposal.Id.ToString()));
    }

    [Fact]
    public async Task Two_proposals_of_one_address_belong_to_one_party()
    {
        await site.SendAndConfirmAsync("returning@example.org");
        await site.SendAndConfirmAsync("Returning@Example.org", ("Name", "Ana Ruiz Peña"));

        var parties = await site.DbAsync(db => db.Parties.Where(p => p.Email == "returning@example.org").Select(p => p.Name).ToListAsync());
        Assert.Equal(["Ana Ruiz Peña"], parties);
        Assert.Equal(2, await site.DbAsync(db => db.Proposals.CountAsync(p => p.Email == "returning@example.org")));
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        var browser = site.Host.Browser();
        var page = await browser.OpenAsync("/en/collaborate");
        var answer = await browser.SubmitAsync(
            page, [("Kind", "entity"), ("Name", "Ana"), ("Email", "no address"), ("Country", ""), ("Themes", "mediation"), ("Interests", ""), ("Consents", "newsletter")], "#collaborate");

        Assert.NotNull(answer.Html.QuerySelector(".error-summary[role=alert]"));
        foreach (var field in new[] { "EntityName", "Email", "Country", "Proposal", "Consents", "Adult" }) Assert.NotNull(answer.Html.QuerySelector($"#collaborate-{field}-error"));
        Assert.Equal("Ana", answer.Html.QuerySelector("#collaborate-Name")!.GetAttribute("value"));
        Assert.Equal("no address", answer.Html.QuerySelector("#collaborate-Email")!.GetAttribute("value"));
        Assert.NotNull(answer.Html.QuerySelector("input[name=Themes][value=mediation][checked]"));
        Assert.NotNull(answer.Html.QuerySelector("input[name=Consents][value=newsletter][checked]"));
        Assert.NotNull(answer.Html.QuerySelector("input[name=Kind][value=entity][checked]"));
    }

    [Theory]
    [InlineData("Themes", "no-such-theme")]
    [InlineData("LinesOfWork", "no-such-line")]
    [InlineData("Country", "XX")]
    public async Task What_no_vocabulary_knows_is_refused_beside_its_field(string field, string value)
    {
        var email = $"unknown-{field}@example.org".ToLowerInvariant();
        var answer = await site.SendAsync(email, (field, value));

        Assert.Contains("Choose one of the options offered.", answer.Html.QuerySelector($"#collaborate-{field}-error")!.TextContent);
        Assert.Equal(0, await site.DbAsync(db => db.Proposals.CountAsync(p => p.Email == email)));
    }

    [Fact]
    public async Task What_an_entity_says_of_itself_is_kept_and_told_to_the_other_modules()
    {
        await site.SendAndConfirmAsync(
            "entity@example.org", ("Kind", "entity"), ("EntityName", "Fundación Sur"), ("OrganisationType", "foundation-donor"), ("Language", "fr"),
            ("LinesOfWork", "networks"), ("LinesOfWork", "research"));

        var kept = await site.ProposalAsync("entity@example.org");
        Assert.Equal(("entity", "Fundación Sur", "foundation-donor", "fr"), (kept.Kind, kept.EntityName, kept.OrganisationType, kept.Language));
        Assert.Equal(["networks", "research"], kept.LinesOfWork);
        var told = JsonDocument.Parse(Assert.Single(await site.EventsAsync("submissions.proposal-submitted.v1", kept.Id.ToString()))).RootElement;
        string? Told(string member) => told.GetProperty(member).GetString();
        Assert.Equal(("entity", "Fundación Sur", "foundation-donor", "fr"), (Told("kind"), Told("entityName"), Told("organisationType"), Told("language")));
        Assert.Equal(["networks", "research"], told.GetProperty("linesOfWork").EnumerateArray().Select(line => line.GetString()));
    }

    [Theory]
    [InlineData("Proposal")]
    [InlineData("Interests")]
    [InlineData("Specialisation")]
    public async Task Any_one_of_the_three_texts_is_enough(string field)
    {
        var email = $"{field}@example.org".ToLowerInvariant();
        var texts = new[] { "Proposal", "Interests", "Specialisation" }.Select(name => (name, name == field ? "Mediation between peers." : ""));
        await site.SendAsync(email, [.. texts]);

        Assert.NotNull(await site.ProposalAsync(email));
    }

    [Fact]
    public async Task Sending_the_same_form_again_gives_the_same_proposal()
    {
        var token = site.Token(TimeSpan.FromMinutes(1));
        var first = await site.SendAsync("again@example.org", ("FormToken", token));
        var second = await site.SendAsync("again@example.org", ("FormToken", token));

        Assert.Equal(first.Path, second.Path);
        await site.ProposalAsync("again@example.org");
        Assert.Single(await site.MailsAsync("again@example.org"));
    }

    [Fact]
    public async Task The_same_form_arriving_five_times_at_once_gives_one_proposal()
    {
        var token = site.Token(TimeSpan.FromMinutes(1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.SendAsync("at-once@example.org", ("FormToken", token))));

        Assert.Single(answers.Select(answer => answer.Path).Distinct());
        await site.ProposalAsync("at-once@example.org");
    }

    [Theory]
    [InlineData("es", "Colabore con nosotros")]
    [InlineData("fr", "Collaborer avec nous")]
    public async Task The_form_speaks_the_visitors_language(string language, string title)
    {
        var page = await site.Host.Browser().OpenAsync($"/{language}/collaborate");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(title, page.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal(language, page.Html.QuerySelector("[name=Language][checked]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("en", "Work with the observatory", "Research")]
    [InlineData("es", "Trabaje con el observatorio", "Investigación")]
    [InlineData("fr", "Travailler avec l’observatoire", "Recherche")]
    public async Task The_home_says_what_is_offered_and_leads_to_the_form(string language, string title, string line)
    {
        var home = await site.Host.Browser().OpenAsync($"/{language}");

        Assert.Equal(title, home.Html.QuerySelector("#offer")!.TextContent);
        Assert.Equal(3, home.Html.QuerySelectorAll("section[aria-labelledby=offer] .steps li").Length);
        Assert.NotNull(home.Html.QuerySelector($"section[aria-labelledby=offer] a.button[href='/{language}/collaborate']"));
        Assert.Contains(line, home.Html.QuerySelectorAll("section[aria-labelledby=lines] h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task A_consent_is_kept_with_its_words_their_version_and_the_time()
    {
        await site.SendAsync("consent@example.org");

        var proposal = await site.ProposalAsync("consent@example.org");
        var consent = await site.DbAsync(db => db.Consents.SingleAsync(c => c.ProposalId == proposal.Id));
        Assert.Equal(("evaluate", true, 12), (consent.Purpose, consent.Given, consent.TextVersion.Length));
        Assert.StartsWith("I agree that the organisation responsible (International Juvenile Justice Observatory) processes", consent.Text);
        Assert.Equal(proposal.SentAt, consent.At);
    }
}
