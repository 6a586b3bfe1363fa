using IJJO.Platform.Web;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>Every type of the surface shows its use.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_type_and_capability_of_the_surface_shows_its_use() =>
        Rule.Holds(new[] { typeof(IModule).Assembly, typeof(FormState).Assembly }.SelectMany(Documentation.WithoutExample));

    [Theory]
    [InlineData("IJJO.Fixtures.Architecture.Reaches ")]
    [InlineData("IJJO.Fixtures.Architecture.Capabilities.Nothing``1 ")]
    public void What_shows_no_use_is_named(string name) => Rule.IsBroken(Documentation.WithoutExample(Catalogue.Broken.Assembly), name);
}
