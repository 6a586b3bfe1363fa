namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>How types are made: sealed, with names that say something, and given what they need.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Classes_are_sealed() => Rule.Holds(Shapes.Open([.. Catalogue.OwnAssemblies]));

    [Fact]
    public void A_class_that_is_open_to_nobody_is_named() => Rule.IsBroken(Shapes.Open([Catalogue.BrokenAssembly]), "BlockingJob");

    [Fact]
    public void Names_say_what_a_type_is_or_does() => Rule.Holds(Catalogue.OwnAssemblies.SelectMany(Shapes.EmptyNames), Shapes.NamedAllTheSame);

    [Fact]
    public void A_name_that_fits_everything_is_named() => Rule.IsBroken(Shapes.EmptyNames(Catalogue.BrokenAssembly), "ThingManager");

    [Fact]
    public void What_a_type_needs_stands_in_its_constructor() => Rule.Holds(Catalogue.OwnAssemblies.SelectMany(Shapes.ServiceLocators), Shapes.AskingAllTheSame);

    [Fact]
    public void A_type_that_is_given_the_container_is_named() => Rule.IsBroken(Shapes.ServiceLocators(Catalogue.BrokenAssembly), "ThingManager");
}
