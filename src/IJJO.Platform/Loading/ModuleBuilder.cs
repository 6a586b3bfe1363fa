using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Loading;

/// <summary>Collects what one module declares, apart from the host until it has succeeded.</summary>
internal sealed class ModuleBuilder(string key, Assembly assembly) : IModuleBuilder
{
    internal List<ModuleDeclaration> Declarations { get; } = [];

    public string Key { get; } = key;

    public Assembly Assembly { get; } = assembly;

    public IServiceCollection Services { get; } = new ServiceCollection();

    public IModuleBuilder Declare(ModuleDeclaration declaration)
    {
        Declarations.Add(declaration);
        return this;
    }
}
