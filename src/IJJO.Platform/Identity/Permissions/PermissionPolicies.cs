using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Identity;

/// <summary>Makes a policy of each permission that a running module declares, under the permission's key.</summary>
internal sealed class PermissionPolicies(IModuleCatalog catalog, IOptions<AuthorizationOptions> options) : IAuthorizationPolicyProvider
{
    private readonly DefaultAuthorizationPolicyProvider _others = new(options);
    private readonly Dictionary<string, AuthorizationPolicy> _policies = catalog.Running
        .SelectMany(module => module.Declared<PermissionDeclaration>())
        .Select(declaration => declaration.Permission.Key)
        .Distinct()
        .ToDictionary(key => key, key => new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(request => request.User.Allows(key))
            .Build());

    public bool AllowsCachingPolicies => true;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => _others.GetDefaultPolicyAsync();

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => _others.GetFallbackPolicyAsync();

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        _policies.TryGetValue(policyName, out var policy) ? Task.FromResult<AuthorizationPolicy?>(policy) : _others.GetPolicyAsync(policyName);
}
