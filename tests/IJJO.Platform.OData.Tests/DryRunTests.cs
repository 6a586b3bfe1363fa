using System.Text.Json;

namespace IJJO.Platform.OData.Tests;

/// <summary>What a change would cause in the other modules is said with names before it is made.</summary>
public sealed class DryRunTests(SampleSite site)
{
    private const string Group = "Quality criteria for restorative practices with children";

    [Theory]
    [InlineData("en", "Decisions that take effect, 1: membership of “{0}” for those who accept", "Draft mails to parties: 1", "Join a working group")]
    [InlineData("es", "Decisiones que surten efecto, 1: ser miembro de «{0}» para quien acepte", "Borradores de correo para las partes: 1", "Incorporarse a un grupo de trabajo")]
    [InlineData("fr", "Décisions qui prennent effet, 1\u00a0: adhésion au groupe «\u00a0{0}\u00a0» pour qui accepte", "Brouillons de courriel aux parties\u00a0: 1", "Rejoindre un groupe de travail")]
    public async Task Of_a_decision_it_names_the_mail_the_action_and_the_group(string language, string membership, string mail, string action)
    {
        var decision = await OneAsync("evaluation/Decisions?$filter=State eq 'pending' and Action eq 'join-working-group'");
        var (sender, reference, group) = (Text(decision, "Sender"), Text(decision, "Reference"), Text(decision, "GroupTitle"));

        var effects = await EffectsAsync($"evaluation/Decisions({Text(decision, "Id")})/evaluation.apply", language);

        Assert.Equal($"{sender}, {reference}", effects[string.Format(null, membership, group)]);
        Assert.StartsWith($"{sender}, {reference}", effects[mail]);
        Assert.EndsWith($"{action} {group}", effects[mail]);
    }

    [Theory]
    [InlineData("en", "Memberships of “{0}”: 1", "Mails that will be sent: 1")]
    [InlineData("es", "Altas en el grupo «{0}»: 1", "Correos que se enviarán: 1")]
    [InlineData("fr", "Adhésions au groupe «\u00a0{0}\u00a0»\u00a0: 1", "Courriels qui seront envoyés\u00a0: 1")]
    public async Task Of_a_request_to_join_it_names_the_member_the_group_and_the_mail(string language, string membership, string mail)
    {
        var request = await OneAsync("working-groups/Contacts?$filter=State eq 'requested'");

        var effects = await EffectsAsync($"working-groups/Contacts({Text(request, "Id")})/workingGroups.approve", language);

        Assert.Equal(Text(request, "DisplayName"), effects[string.Format(null, membership, Group)]);
        Assert.EndsWith($"{Text(request, "Name")}, {Text(request, "Email")}", effects[mail]);
    }

    private async Task<JsonElement> OneAsync(string query) =>
        JsonDocument.Parse((await site.Served.GetAsync(site.Served.People.Everybody, $"/odata/{query}&$top=1")).Body).RootElement.GetProperty("value")[0];

    /// <summary>What would come of an action on one row: what it is of all, and what it is of this one.</summary>
    private async Task<IReadOnlyDictionary<string, string?>> EffectsAsync(string action, string language)
    {
        var answer = await site.Served.SendAsync(
            site.Served.People.Everybody, "POST", $"/odata/{action}", "{}", ("If-Match", "*"), ("Prefer", "dry-run"), ("Accept-Language", language));
        Assert.True(answer.Status == 200, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("@platform.effects").EnumerateArray()
            .ToDictionary(effect => Text(effect, "text"), effect => effect.GetProperty("causes")[0].TryGetProperty("text", out var text) ? text.GetString() : null);
    }

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
