using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform;

/// <summary>
/// What a module declares is collected here. It has no capability of its own: capabilities are extension methods that end in
/// <see cref="Declare"/>, so that a new one never breaks a module.
/// </summary>
/// <example><code>public static IModuleBuilder Pages(this IModuleBuilder module) =&gt; module.Declare(new PagesDeclaration());</code></example>
public interface IModuleBuilder
{
    /// <summary>The module's key, from <see cref="ModuleAttribute"/>.</summary>
    string Key { get; }

    /// <summary>The module's own assembly.</summary>
    Assembly Assembly { get; }

    /// <summary>Services of the module. They reach the host only if the whole of <see cref="IModule.Configure"/> succeeds.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds one declaration.</summary>
    /// <param name="declaration">What is declared.</param>
    /// <returns>The same builder.</returns>
    IModuleBuilder Declare(ModuleDeclaration declaration);
}
