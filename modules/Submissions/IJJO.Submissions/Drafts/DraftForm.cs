using IJJO.Platform.Web;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Drafts;

/// <summary>What of a form is kept in a draft: the fields it has, and no more of each than a person writes.</summary>
internal static class DraftForm
{
    private const int MostValues = 100;

    private static readonly string[] Kept =
    [
        nameof(SubmitProposal.Kind), nameof(SubmitProposal.Name), nameof(SubmitProposal.EntityName), nameof(SubmitProposal.OrganisationType),
        nameof(SubmitProposal.Profession), nameof(SubmitProposal.Email), nameof(SubmitProposal.Country), nameof(SubmitProposal.Language),
        nameof(SubmitProposal.Proposal), nameof(SubmitProposal.Interests), nameof(SubmitProposal.Specialisation),
        nameof(SubmitProposal.Themes), nameof(SubmitProposal.LinesOfWork), nameof(SubmitProposal.Consents), nameof(SubmitProposal.Website),
    ];

    public static DraftFields Fields(FormState form)
    {
        var fields = new DraftFields();
        foreach (var name in Kept)
        {
            string[] values = [.. form.Values(name).Take(MostValues).Select(value => value.Length > ProposalRules.LongestText ? value[..ProposalRules.LongestText] : value)];
            if (values.Any(value => value.Length > 0)) fields[name] = values;
        }
        return fields;
    }
}
