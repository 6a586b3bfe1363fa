using IJJO.WorkingGroups.Groups;

namespace IJJO.WorkingGroups.Samples;

internal sealed record SampleGroup(
    string Id, SampleText Title, SampleText Purpose, SampleText Charter, string LineOfWork, string[] Themes, int StartedDaysAgo, int SunsetInDays,
    SamplePerson[] Members, SampleMilestone[] Milestones, SampleThread[] Threads, SampleDecision[] Decisions, SampleOutput Output);

internal sealed record SampleText(string? En, string? Es, string? Fr)
{
    public LocalText ToText() => LocalText.Of(En, Es, Fr);
}

/// <summary>A member; with a message, somebody who asks to become one.</summary>
internal sealed record SamplePerson(string Name, string Email, string Country, string Role, string? Language, string? Pseudonym, string? Message);

internal sealed record SampleMilestone(SampleText Title, int DueInDays, string State);

internal sealed record SampleThread(string Title, string Language, SamplePost[] Posts);

internal sealed record SamplePost(string Author, string Language, int DaysAgo, string Text);

internal sealed record SampleDecision(SampleText Title, SampleText Text, string Outcome, int DaysAgo);

internal sealed record SampleOutput(string Type, string Language, int DaysAgo, SampleText Title, SampleText Summary, SampleCredit[] Credits);

internal sealed record SampleCredit(string Name);
