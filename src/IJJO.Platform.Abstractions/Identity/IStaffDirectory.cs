namespace IJJO.Platform;

/// <summary>Who works here, for choosing an evaluator, an editor or a convener.</summary>
/// <example><code>
/// var evaluators = await staff.WithPermissionAsync("evaluation.assess", cancel);
/// var chosen = evaluators.FirstOrDefault(person =&gt; person.Id == command.EvaluatorId);
/// </code></example>
public interface IStaffDirectory
{
    /// <summary>The active accounts that have a permission, by name.</summary>
    /// <param name="permission">The permission's key.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Them.</returns>
    Task<IReadOnlyList<StaffMember>> WithPermissionAsync(string permission, CancellationToken cancel);

    /// <summary>One account, active or not.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>It, or <c>null</c>.</returns>
    Task<StaffMember?> FindAsync(Guid id, CancellationToken cancel);
}

/// <summary>A member of staff or an outside expert with an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Language">The preferred language.</param>
/// <example><code>var choices = evaluators.Select(person =&gt; new Choice(person.Id.ToString(), person.Name));</code></example>
public sealed record StaffMember(Guid Id, string Name, string Email, string Language);
