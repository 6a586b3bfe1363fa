using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Vocabularies;

public sealed class VocabularyTests(PlainHost plain) : IClassFixture<PlainHost>
{
    private readonly TestHost _host = plain.Host;

    public static TheoryData<string, int> Shipped => new()
    {
        { Vocabulary.LineOfWork, 7 },
        { Vocabulary.Theme, 71 },
        { Vocabulary.AdvanceType, 5 },
        { Vocabulary.DocumentType, 32 },
        { Vocabulary.OrganisationType, 17 },
        { Vocabulary.Profession, 19 },
        { Vocabulary.Action, 21 },
        { Vocabulary.Region, 7 },
        { Vocabulary.Country, 254 },
        { Vocabulary.Language, 59 },
        { Vocabulary.Instrument, 43 },
        { Vocabulary.ConsentPurpose, 4 },
        { "m49-region", 30 },
        { "participant-type", 2 },
    };

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_shipped_vocabularies_are_complete_in_three_languages(string vocabulary, int terms)
    {
        var shipped = Terms(vocabulary);

        Assert.Equal(terms, shipped.Count);
        Assert.All(shipped, term => Assert.All(["en", "es", "fr"], language => Assert.NotEmpty(term.Labels[language])));
    }

    [Fact]
    public async Task No_vocabulary_is_shipped_unseen()
    {
        var stored = (string)(await Sql.ScalarAsync(_host, "SELECT string_agg(DISTINCT vocabulary, ' ') FROM platform.term"))!;

        Assert.Equal(Shipped.Select(row => row.Data.Item1).Order(StringComparer.Ordinal), stored.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_instrument_has_its_symbol_its_year_and_how_far_it_binds()
    {
        Assert.All(Terms(Vocabulary.Instrument).Where(term => !IsForthcoming(term)), instrument =>
        {
            Assert.False(string.IsNullOrWhiteSpace(instrument.Attribute("symbol")));
            Assert.Matches("^(19|20)[0-9]{2}$", instrument.Attribute("year"));
        });
        Assert.All(Terms(Vocabulary.Instrument), instrument =>
        {
            var binding = instrument.Attribute("binding");
            if (instrument.Id.StartsWith("gc", StringComparison.Ordinal)) Assert.Equal("interpretive", binding);
            else if (instrument.Id.StartsWith("eu-", StringComparison.Ordinal)) Assert.Equal("eu", binding);
            else Assert.True(binding is "binding" or "non-binding", binding);
        });
        // What is not adopted yet has neither symbol nor year.
        Assert.Equal(["gc27"], Terms(Vocabulary.Instrument).Where(IsForthcoming).Select(term => term.Id));
    }

    [Fact]
    public void What_replaces_an_instrument_is_said_on_both_sides()
    {
        var instruments = Terms(Vocabulary.Instrument);
        var replaced = instruments.Where(term => term.Attribute("replacedBy") is not null).Select(term => $"{term.Id} by {term.Attribute("replacedBy")}");
        var replacing = instruments.Where(term => term.Attribute("replaces") is not null).Select(term => $"{term.Attribute("replaces")} by {term.Id}");

        Assert.Equal(["gc10 by gc24"], replaced);
        Assert.Equal(replaced.Order(), replacing.Order());
        Assert.All(instruments, term => Assert.Equal(term.Attribute("replacedBy") is not null, term.Attribute("status") == "replaced"));
    }

    [Fact]
    public void Every_theme_belongs_to_one_of_eleven()
    {
        var themes = Terms(Vocabulary.Theme);
        var parents = themes.Where(theme => theme.Parent is null).Select(theme => theme.Id).ToList();

        Assert.Equal(
            [
                "prevention", "diversion-restorative", "procedure", "measures", "deprivation-of-liberty", "reintegration", "groups", "health", "victims-witnesses",
                "violent-extremism", "systems",
            ],
            parents);
        Assert.Equal(parents.Order(), themes.Select(theme => theme.Parent).OfType<string>().Distinct().Order());
    }

    [Theory]
    [InlineData(Vocabulary.Region)]
    [InlineData("m49-region")]
    public void Every_region_has_countries_that_are_known(string vocabulary)
    {
        var countries = Terms(Vocabulary.Country).Select(country => country.Id).ToHashSet();

        Assert.All(Terms(vocabulary), region =>
        {
            Assert.Equal(region.Id == "international", region.Attributes["countries"].Count == 0);
            Assert.Empty(region.Attributes["countries"].Except(countries));
            if (region.Parent is { } parent) Assert.NotNull(_host.Services.GetRequiredService<IVocabularies>().Find(vocabulary, parent));
        });
    }

    [Fact]
    public void Mexico_is_in_two_regions() =>
        Assert.Equal(["latin-america", "north-america"], Terms(Vocabulary.Region).Where(r => r.Attributes["countries"].Contains("MX")).Select(r => r.Id).Order());

    private static bool IsForthcoming(Term term) => term.Attribute("status") == "forthcoming";

    private IReadOnlyList<Term> Terms(string vocabulary) => _host.Services.GetRequiredService<IVocabularies>().Terms(vocabulary);
}
