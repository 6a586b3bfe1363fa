using IJJO.KnowledgeFeed.Advances;
using IJJO.KnowledgeFeed.Reading;

namespace IJJO.KnowledgeFeed.Tests;

public sealed class AdvanceTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_translation_is_outdated_when_only_the_original_has_changed()
    {
        var advance = Written(new VersionText("", "Guide", "Old"), new VersionText("es", "Guía", "Vieja"));
        advance.Write([new VersionText("", "Guide", "New"), new VersionText("es", "Guía", "Vieja")]);
        Assert.True(advance.In("es").IsOutdated);

        advance.Write([new VersionText("", "Guide", "New"), new VersionText("es", "Guía", "Nueva")]);
        Assert.False(advance.In("es").IsOutdated);
    }

    [Fact]
    public void A_language_that_is_missing_falls_back_to_the_original() =>
        Assert.Equal("Guide", Written(new VersionText("", "Guide", "A"), new VersionText("es", "Guía", "B")).In("fr").Title);

    [Fact]
    public void A_version_without_any_text_is_taken_away()
    {
        var advance = Written(new VersionText("", "Guide", "A"), new VersionText("es", "Guía", "B"));
        advance.Write([new VersionText("", "Guide", "A"), new VersionText("es", " ", "")]);
        Assert.Equal([""], advance.Languages);
    }

    [Theory]
    [InlineData("Opinión consultiva n.º 17: niñez y justicia", "opinion-consultiva-n-17-ninez-y-justicia")]
    [InlineData("  L’enfant, d’abord ! ", "l-enfant-d-abord")]
    [InlineData("عدالة الأطفال", "")]
    public void An_address_is_made_of_plain_letters(string title, string slug) => Assert.Equal(slug, Slugs.From(title));

    [Fact]
    public void Credits_are_typed_one_a_line_with_an_optional_role()
    {
        var credits = Credit.Parse("Ana Ruiz\n\nCouncil of Europe | Publisher");
        Assert.Equal(["Ana Ruiz author", "Council of Europe publisher"], credits.Select(c => $"{c.Name} {c.Role}"));
    }

    [Fact]
    public void A_citation_names_who_when_what_and_where()
    {
        var advance = Written(new VersionText("", "Guide", "A"));
        Assert.Equal("Guide.", Citation.Of(advance, advance.In("")));
    }

    private static Advance Written(params VersionText[] texts)
    {
        // The original language of an advance that nobody has described is empty.
        var advance = Advance.New(null, "", Now);
        advance.Write(texts);
        return advance;
    }
}
