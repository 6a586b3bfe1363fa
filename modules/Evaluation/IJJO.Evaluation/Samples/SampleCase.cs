using System.Text.Json;

namespace IJJO.Evaluation.Samples;

/// <summary>How far the case of a sample sender has come.</summary>
/// <param name="Sender">The name.</param>
/// <param name="Stage">Assigned, half (scored by one of two), scored, pending (a decision is written) or decided.</param>
/// <param name="Level">How good it is, 2 to 5.</param>
/// <param name="Outcome">What is decided.</param>
/// <param name="Action">What is offered.</param>
/// <param name="Group">The title of the group that is offered.</param>
/// <param name="Days">From the proposal to the decision.</param>
internal sealed record SampleCase(string Sender, string Stage, int Level, string? Outcome, string? Action, string? Group, int Days = 12)
{
    public static IReadOnlyList<SampleCase> Read()
    {
        using var stream = typeof(SampleCase).Assembly.GetManifestResourceStream("IJJO.Evaluation.Samples.cases.json")!;
        return JsonSerializer.Deserialize<List<SampleCase>>(stream, JsonSerializerOptions.Web)!;
    }
}
