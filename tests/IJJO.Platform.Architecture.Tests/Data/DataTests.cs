namespace IJJO.Platform.Architecture.Tests.Data;

public sealed class DataTests
{
    [Fact]
    public void A_module_keeps_its_tables_in_its_own_schema() => Rule.Holds(Catalogue.All.SelectMany(Models.Strayed));

    [Fact]
    public void A_table_in_another_schema_is_named() => Rule.IsBroken(Models.Strayed(Catalogue.Broken), "broken", "submissions.strayed");

    [Fact]
    public void No_foreign_key_leaves_a_schema() => Rule.Holds(Catalogue.All.SelectMany(Models.ForeignKeysThatLeave));

    [Fact]
    public void A_foreign_key_that_leaves_is_named_with_both_tables() =>
        Rule.IsBroken(Models.ForeignKeysThatLeave(Catalogue.Broken), "broken.things", "submissions.strayed");

    [Fact]
    public void The_migrations_of_a_module_make_its_model() => Rule.Holds(Catalogue.All.SelectMany(Models.WithoutMigration));

    [Fact]
    public void A_model_without_its_migration_is_named() => Rule.IsBroken(Models.WithoutMigration(Catalogue.Broken), "BrokenDb", "build/add-migration Broken");

    [Fact]
    public void What_names_or_reaches_a_person_says_why_and_how_long() => 
        Rule.Holds(Catalogue.All.SelectMany(PersonalProperties.Unclassified), PersonalProperties.Reasons);

    [Fact]
    public void An_unclassified_name_of_a_person_is_named() => Rule.IsBroken(PersonalProperties.Unclassified(Catalogue.Broken), "Thing.Name", "broken");
}
