using IJJO.Platform;

namespace IJJO.Submissions.Drafts;

/// <summary>A form that somebody will finish later. Nothing in it is checked and staff do not see it.</summary>
internal sealed class Draft
{
    public required Guid Id { get; init; }

    /// <summary>From the form's token: saving the same form again keeps the same draft.</summary>
    public required Guid SubmissionKey { get; init; }

    public string Language { get; private set; } = "en";

    [Personal("mail the link to the draft", LegalBasis.Consent, 90)]
    public string? Email { get; private set; }

    /// <summary>The fields as typed, as JSON.</summary>
    [Personal("give the sender back what was typed", LegalBasis.Consent, 90)]
    public DraftFields Fields { get; private set; } = new();

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>The address that has its link already.</summary>
    [Personal("not mail the same link twice", LegalBasis.Consent, 90)]
    public string? MailedTo { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    public void Save(DraftFields fields, string language, string? email, DateTimeOffset now)
    {
        Fields = fields;
        Language = language;
        Email = email;
        SavedAt = now;
    }

    public void Mailed() => MailedTo = Email;

    public void Reminded(DateTimeOffset now) => RemindedAt = now;
}

/// <summary>Values by field name; a field may have several.</summary>
internal sealed class DraftFields : Dictionary<string, string[]>
{
    public bool Filled(string field) => TryGetValue(field, out var values) && values.Any(value => value.Length > 0);
}
