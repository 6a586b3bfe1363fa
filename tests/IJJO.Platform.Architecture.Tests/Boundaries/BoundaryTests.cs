using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

public sealed class BoundaryTests
{
    private static IEnumerable<string> Contracts => Catalogue.ModuleAssemblies.Where(path => path.EndsWith(".Contracts.dll", StringComparison.Ordinal));

    [Fact]
    public void Every_module_beside_the_host_runs()
    {
        Rule.Holds(Catalogue.Off.Select(off => $"{off.Folder}: {off.Reason}"));
        Assert.NotEmpty(Catalogue.Modules);
    }

    [Fact]
    public void A_module_references_contracts_and_never_the_engine_its_servers_or_another_module()
    {
        Rule.Holds(Catalogue.ModuleAssemblies.SelectMany(References.Forbidden));
        Rule.Holds(Catalogue.Modules.SelectMany(module => TypeRules.ServersKnownIn(module.Assembly)));
    }

    [Theory]
    [InlineData("IJJO.Submissions")]
    [InlineData("IJJO.Platform,")]
    [InlineData("Hangfire.Core")]
    [InlineData("Microsoft.AspNetCore.OData")]
    public void A_module_that_reaches_too_far_is_named_with_what_it_reaches(string reached) =>
        Rule.IsBroken(References.Forbidden(Catalogue.BrokenAssembly), "IJJO.Fixtures.Architecture", reached);

    [Theory]
    [InlineData("Hangfire")]
    [InlineData("Microsoft.AspNetCore.OData")]
    public void The_type_that_knows_a_server_of_the_host_is_named(string server) =>
        Rule.IsBroken(TypeRules.ServersKnownIn(Catalogue.Broken.Assembly), "IJJO.Fixtures.Architecture.Reaches", server);

    [Fact]
    public void The_host_references_no_module() => Rule.Holds(Directory.EnumerateFiles(TestPlaces.HostFolder, "IJJO.*.dll").SelectMany(References.ToModules));

    [Theory]
    [InlineData("IJJO.Submissions,")]
    [InlineData("IJJO.Submissions.Contracts,")]
    public void A_host_that_does_is_named_with_the_module_used_or_not(string module) =>
        Rule.IsBroken(References.ToModules(Catalogue.BrokenAssembly), "IJJO.Fixtures.Architecture", module);

    [Fact]
    public void A_module_brings_no_copy_of_what_the_host_has() => Rule.Holds(Catalogue.Folders.SelectMany(References.PrivateCopies));

    [Fact]
    public void A_private_copy_is_named() => Rule.IsBroken(References.PrivateCopies(Catalogue.BrokenFolder), "Microsoft.EntityFrameworkCore.dll");

    [Fact]
    public void Contracts_hold_records_and_enumerations_and_reference_the_surface_only()
    {
        Rule.Holds(Contracts.SelectMany(References.ForbiddenInContracts));
        Rule.Holds(Catalogue.Modules.SelectMany(Catalogue.ContractsOf).SelectMany(TypeRules.NotData));
    }

    [Fact]
    public void Contracts_with_behaviour_or_further_references_are_named()
    {
        Rule.IsBroken(References.ForbiddenInContracts(Catalogue.BrokenAssembly), "IJJO.Fixtures.Architecture", "IJJO.Submissions");
        Rule.IsBroken(TypeRules.NotData(Catalogue.Broken.Assembly), "Reaches", "neither a record nor an enumeration");
    }

    [Fact]
    public void The_engine_is_internal_except_for_what_has_a_reason()
    {
        var engine = Catalogue.Platform.Assembly;
        Rule.Holds(TypeRules.PublicWithoutReason(engine));
        Rule.Holds(TypeRules.EngineSurface.Keys.Where(name => engine.GetType(name) is not { IsPublic: true }).Select(name => $"{name} is not public any more: take it off the list."));
    }

    [Fact]
    public void A_public_type_without_a_reason_is_named() =>
        Rule.IsBroken(TypeRules.PublicWithoutReason(Catalogue.Broken.Assembly), "IJJO.Fixtures.Architecture.Reaches");
}
