using System.Text.Json;
using IJJO.Platform.Testing;
using IJJO.Submissions.Intake;

namespace IJJO.Submissions.Tests;

/// <summary>What the screening of free text notices, and what it leaves alone.</summary>
public sealed class SafeguardingTests
{
    [Theory]
    [InlineData("Ana Ruiz, de 14 años, fue detenida en mayo.", "child-and-age")]
    [InlineData("We worked with J. M. (15 years old) for months.", "child-and-age")]
    [InlineData("Nous suivons Karim, 16 ans, depuis un an.", "child-and-age")]
    [InlineData("A 15-year-old Liam was placed with us.", "child-and-age")]
    [InlineData("El joven, nacido el 3 de mayo de 2010, vive aquí.", "birth-date")]
    [InlineData("His date of birth is in the annex.", "birth-date")]
    [InlineData("See case no. 2024/113 of the youth court.", "case-number")]
    [InlineData("Véase el expediente n.º 44/2023.", "case-number")]
    [InlineData("Voir le dossier n° 12345.", "case-number")]
    public void Marks_of_case_notes_are_noticed(string text, string flag) => Assert.Equal([flag], Safeguarding.Check(text));

    [Theory]
    [InlineData("We train judges, and children from 12 to 17 years take part.")]
    [InlineData("La edad mínima de responsabilidad penal es de 14 años en España.")]
    [InlineData("Notre équipe existe depuis 15 ans.")]
    [InlineData("Ana Ruiz, 34 years old, leads the team.")]
    [InlineData("General Comment No. 24 and Directive 2016/800 apply.")]
    [InlineData(null)]
    public void Ordinary_proposals_are_left_alone(string? text) => Assert.Empty(Safeguarding.Check(text));

    [Fact]
    public void None_of_the_sample_proposals_is_noticed()
    {
        using var samples = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestPlaces.Repository, "modules/Submissions/IJJO.Submissions/Samples/proposals.json")));
        var noticed = samples.RootElement.EnumerateArray()
            .SelectMany(sample => new[] { "proposal", "interests", "specialisation" }.Select(name => sample.TryGetProperty(name, out var text) ? text.GetString() : null))
            .Where(text => Safeguarding.Check(text).Any());

        Assert.Empty(noticed);
    }
}
