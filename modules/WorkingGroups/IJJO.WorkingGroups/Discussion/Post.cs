namespace IJJO.WorkingGroups.Discussion;

/// <summary>A contribution in Markdown, by a member or by staff who lead the group.</summary>
public sealed class Post
{
    /// <summary>Corrections are made on the first day; later ones would change what others have answered.</summary>
    public static readonly TimeSpan EditableFor = TimeSpan.FromDays(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ThreadId { get; init; }
    public required Guid GroupId { get; init; }
    public Guid? MemberId { get; init; }
    public Guid? StaffId { get; init; }

    /// <summary>The name of staff; members are shown by their own choice.</summary>
    public string? StaffName { get; init; }

    public required string Text { get; set; }
    public required string Language { get; set; }
    public required DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public bool IsBy(Guid? memberId, Guid? staffId) =>
        (MemberId is not null && MemberId == memberId) || (StaffId is not null && StaffId == staffId);

    public bool CanBeEdited(DateTimeOffset now) => DeletedAt is null && now - PostedAt <= EditableFor;

    public void Edit(string text, string language, DateTimeOffset now) => (Text, Language, EditedAt) = (text, language, now);

    /// <summary>The place stays in the thread, the text does not.</summary>
    public void Delete(DateTimeOffset now) => (Text, DeletedAt) = ("", now);
}
