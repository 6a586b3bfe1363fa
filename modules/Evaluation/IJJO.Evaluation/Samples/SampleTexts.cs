using System.Text.Json;

namespace IJJO.Evaluation.Samples;

/// <summary>What sample evaluators write, by how good the case is (2 to 5).</summary>
internal sealed record SampleTexts(IReadOnlyDictionary<string, string[]> Comments, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string[]>> Messages)
{
    private const string Resource = "IJJO.Evaluation.Samples.texts.json";

    public static SampleTexts Read()
    {
        using var stream = typeof(SampleTexts).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<SampleTexts>(stream, JsonSerializerOptions.Web)!;
    }

    public string Comment(int level, int i) => Pick(Comments[Band(level)], i);

    public string Message(int level, string language, int i) => Pick(Messages[Messages.ContainsKey(language) ? language : "en"][Band(level)], i);

    private static string Band(int level) => level >= 4 ? "strong" : level == 3 ? "middle" : "weak";

    private static string Pick(string[] texts, int i) => texts[i % texts.Length];
}
