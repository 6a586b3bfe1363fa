namespace IJJO.Platform;

/// <summary>Who works here, for choosing an evaluator, an editor or a convener.</summary>
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
public sealed record StaffMember(Guid Id, string Name, string Email, string Language);
