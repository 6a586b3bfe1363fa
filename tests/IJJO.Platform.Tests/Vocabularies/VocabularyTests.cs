using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Vocabularies;

public sealed class VocabularyTests(PlainHost plain) : IClassFixture<PlainHost>
{
    private readonly TestHost _host = plain.Host;

    [Theory]
    [InlineData(Vocabulary.LineOfWork, 7)]
    [InlineData(Vocabulary.Theme, 71)]
    [InlineData(Vocabulary.AdvanceType, 5)]
    [InlineData(Vocabulary.DocumentType, 32)]
    [InlineData(Vocabulary.OrganisationType, 17)]
    [InlineData(Vocabulary.Profession, 19)]
    [InlineData(Vocabulary.Action, 21)]
    [InlineData(Vocabulary.Region, 7)]
    [InlineData(Vocabulary.Country, 254)]
    [InlineData(Vocabulary.Instrument, 43)]
    [InlineData(Vocabulary.ConsentPurpose, 4)]
    public void The_shipped_vocabularies_are_complete_in_three_languages(string vocabulary, int terms)
    {
        var shipped = _host.Services.GetRequiredService<IVocabularies>().Terms(vocabulary);

        Assert.Equal(terms, shipped.Count);
        Assert.All(shipped, term => Assert.All(["en", "es", "fr"], language => Assert.NotEmpty(term.Labels[language])));
    }

    [Fact]
    public void General_Comment_24_replaces_10()
    {
        var gc24 = _host.Services.GetRequiredService<IVocabularies>().Find(Vocabulary.Instrument, "gc24");

        Assert.Equal("gc10", gc24!.Attribute("replaces"));
    }

    [Fact]
    public void Mexico_is_in_two_regions()
    {
        var regions = _host.Services.GetRequiredService<IVocabularies>().Terms(Vocabulary.Region);

        Assert.Equal(["latin-america", "north-america"], regions.Where(r => r.Attributes["countries"].Contains("MX")).Select(r => r.Id).Order());
    }
}
