namespace IJJO.Platform;

/// <summary>Puts reference data into a module's schema. It runs after the migrations at the first start with other modules or other versions of them, and must be idempotent.</summary>
/// <example><code>
/// internal sealed class ShippedRubrics(EvaluationDb db) : IReferenceData
/// {
///     public async Task SeedAsync(CancellationToken cancel)
///     {
///         if (await db.Rubrics.AnyAsync(cancel)) return;
///         db.AddRange(Rubric.Shipped());
///         await db.SaveChangesAsync(cancel);
///     }
/// }
/// </code></example>
public interface IReferenceData
{
    /// <summary>Adds what is missing; never overwrites what an administrator has edited.</summary>
    /// <param name="cancel">Cancels.</param>
    /// <returns>A task.</returns>
    Task SeedAsync(CancellationToken cancel);
}

/// <summary>
/// Puts sample data into an empty module in Development. Modules are seeded in dependency order, and the events of one module's
/// samples are handled before the next module's turn.
/// </summary>
/// <example><code>
/// internal sealed class SampleProposals(SubmissionsDb db) : ISampleData
/// {
///     public int Order =&gt; 10;
///     public async Task SeedAsync(CancellationToken cancel) { db.AddRange(Samples.Proposals()); await db.SaveChangesAsync(cancel); }
/// }
/// </code></example>
public interface ISampleData
{
    /// <summary>Lower comes first; the platform seeds people before any module (order 0).</summary>
    int Order { get; }

    /// <summary>Adds the samples; called once in the life of a database.</summary>
    /// <param name="cancel">Cancels.</param>
    /// <returns>A task.</returns>
    Task SeedAsync(CancellationToken cancel);
}
