using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Mono.Cecil;
using NetArchTest.Rules;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>What types may be and know.</summary>
internal static class TypeRules
{
    /// <summary>The public types of the engine, each with the reason why it cannot be internal.</summary>
    internal static readonly IReadOnlyDictionary<string, string> EngineSurface = new Dictionary<string, string>
    {
        ["IJJO.Platform.PlatformHosting"] = "AddPlatformAsync and MapPlatformAsync: the two calls of a host",
        ["IJJO.Platform.Text"] = "marks the resources whose localiser the engine's public components take",
        ["IJJO.Platform.Jobs.ModuleJobRunner"] = "Hangfire calls it by its stored name",
        ["IJJO.Platform.Jobs.JobRegistry"] = "a parameter of ModuleJobRunner",
        ["IJJO.Platform.Data.PlatformDb"] = "the key ring of data protection takes public contexts only",
    };

    /// <summary>Names the types that know a server of the host, which the list of references cannot.</summary>
    internal static IEnumerable<string> ServersKnownIn(Assembly assembly) =>
        from server in new[] { "Hangfire", "Microsoft.AspNetCore.OData", "Microsoft.OData" }
        from type in Types.InAssembly(assembly).ShouldNot().HaveDependencyOn(server).GetResult().FailingTypeNames ?? []
        select $"{type} uses {server}, which belongs to the host.";

    /// <summary>Contracts hold data that crosses modules: records and enumerations.</summary>
    internal static IEnumerable<string> NotData(Assembly contracts) =>
        from type in Types.InAssembly(contracts).That().ArePublic().Should().MeetCustomRule(new IsData()).GetResult().FailingTypeNames ?? []
        select $"{type} in {contracts.GetName().Name} is neither a record nor an enumeration.";

    /// <summary>Components and migrations are public because the Razor compiler and EF Core write them so.</summary>
    internal static IEnumerable<string> PublicWithoutReason(Assembly engine) =>
        from type in engine.GetExportedTypes()
        where !type.IsAssignableTo(typeof(IComponent)) && !type.IsAssignableTo(typeof(Migration)) && !type.IsAssignableTo(typeof(ModelSnapshot))
        where !type.Name.StartsWith('_') && !EngineSurface.ContainsKey(type.FullName!)
        select $"{type.FullName} of {engine.GetName().Name} is public: make it internal, or add it with its reason to {nameof(EngineSurface)}.";

    private sealed class IsData : ICustomRule
    {
        public bool MeetsRule(TypeDefinition type) => type.IsEnum || type.Methods.Any(m => m.Name is "<Clone>$" or "PrintMembers");
    }
}
