namespace IJJO.Platform.Architecture.Tests.Texts;

public sealed class TextTests
{
    [Fact]
    public void What_the_platform_looks_up_by_convention_has_a_text_in_every_language() => Rule.Holds(Catalogue.All.SelectMany(ConventionalTexts.Missing));

    [Theory]
    [InlineData("permission.broken.read")]
    [InlineData("nav.nowhere")]
    [InlineData("Things")]
    [InlineData("Things.one")]
    [InlineData("Things.State")]
    [InlineData("Things.view.all")]
    [InlineData("Things.facet.facts")]
    [InlineData("Things.action.rename")]
    [InlineData("Things.action.rename.NewName")]
    [InlineData("timeline.broken.thing-lost.v1")]
    [InlineData("effect.nobody.publishes-this.v1")]
    [InlineData("broken.no-such-text")]
    [InlineData("broken.no-such-error")]
    public void A_missing_text_is_named_with_its_module_and_language(string key)
    {
        var missing = ConventionalTexts.Missing(Catalogue.Broken).ToList();
        Assert.All(["en", "es", "fr"], language => Rule.IsBroken(missing, "broken has no text", $" {key} in {language} "));
    }
}
