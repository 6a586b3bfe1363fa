using IJJO.Platform;
using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Outputs;

/// <summary>What recording and editing an output check alike.</summary>
internal sealed class OutputFields(WorkingGroupsDb db, IVocabularies vocabularies)
{
    public async Task<Problems> CheckAsync(
        Guid groupId, string title, string summary, string language, string advanceType, string? url, string[] themes, string[] countries, Guid[] credits,
        CancellationToken cancel)
    {
        var creditable = await Creditable(groupId).Select(member => member.Id).ToListAsync(cancel);
        return new Problems().Text("Title", title, 300).Text("Summary", summary, 5000)
            .Term("Language", vocabularies, Vocabulary.Language, language)
            .Term("AdvanceType", vocabularies, Vocabulary.AdvanceType, advanceType)
            .Term("Themes", vocabularies, Vocabulary.Theme, themes)
            .Term("Countries", vocabularies, Vocabulary.Country, countries)
            .When(!IsWebAddress(url), "Url", "working-groups.url")
            .When(credits.Except(creditable).Any(), "Credits", FieldErrors.Choice);
    }

    /// <summary>Members, current or former, who agreed to be shown.</summary>
    public IQueryable<Member> Creditable(Guid groupId) => db.Members.Where(member =>
        member.GroupId == groupId && member.IsListed && member.DisplayName != "" && (member.State == MemberState.Active || member.State == MemberState.Left));

    private static bool IsWebAddress(string? url) =>
        string.IsNullOrEmpty(url) || (url.Length <= 2000 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
}
