namespace IJJO.Platform;

/// <summary>The one class by which a module says what it brings. It is created once, with its parameterless constructor.</summary>
/// <example><code>
/// public sealed class HelloModule : IModule
/// {
///     public void Configure(IModuleBuilder module) => module.Database&lt;HelloDb&gt;().Pages();
/// }
/// </code></example>
public interface IModule
{
    /// <summary>Declares the module's capabilities. It must not touch the database or the network: the site is not running yet.</summary>
    /// <param name="module">The builder; every capability is an extension method on it.</param>
    void Configure(IModuleBuilder module);
}
