
namespace IJJO.Platform;

/// <summary>A read model as a module declared it.</summary>
/// <param name="Name">The set's name, a plural in Pascal case.</param>
/// <param name="Row">The row class; its <c>[Key]</c> is the key.</param>
/// <param name="Context">The module's context.</param>
/// <param name="Query">The query with the reader's row rights in it; it returns <c>IQueryable</c> of the row class, not tracked.</param>
/// <param name="Permission">Who may read; <c>null</c> for everybody.</param>
/// <param name="Board">How it is shown and what can be done with it.</param>
/// <example><code>
/// var sets = module.Declared&lt;EntitySetDeclaration&gt;().Select(declared =&gt; declared.Set);
/// var readable = sets.Where(set =&gt; set.Permission is null || user.Has(set.Permission));
/// </code></example>
public sealed record EntitySet(
    string Name, Type Row, Type Context, Func<ModuleDbContext, ICurrentUser, IQueryable> Query, string? Permission, BoardDescription Board);
