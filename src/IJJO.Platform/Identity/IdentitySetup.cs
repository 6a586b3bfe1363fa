using IJJO.Platform.Administration;
using IJJO.Platform.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace IJJO.Platform.Identity;

/// <summary>People, rights and the audit, as one call each for services and endpoints.</summary>
internal static class IdentitySetup
{
    internal static IServiceCollection AddPlatformIdentity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddDbContext<IdentityDb>((provider, options) => IdentityDb.Options(options, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddAccounts(configuration, environment);
        services.AddRights();
        services.AddRateLimits(configuration);
        services.AddScoped<IAudit, AuditTrail>();
        services.AddScoped<StaffLinks>();
        services.AddScoped<StaffMails>();
        services.AddScoped<SendPasswordReset>();
        services.AddScoped<Passkeys>();
        services.AddScoped<StaffPeople>();
        services.AddScoped<MyAccount>();
        services.AddScoped<MailParticipantLink>();
        services.AddScoped<FailedEvents>();
        services.AddScoped<Pages.ShippedText>();
        services.AddScoped<MakeSignInLinkHandler>();
        services.AddHostedService<FirstAdministrator>();
        services.AddScoped<ParticipantLinks>();
        services.AddScoped<IParticipantLinks>(provider => provider.GetRequiredService<ParticipantLinks>());
        return services;
    }

    internal static void MapPlatformIdentity(this WebApplication app) => app.MapSignIn();

    private static void AddAccounts(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddIdentityCore<StaffAccount>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // Addresses may have signs that Identity's list of letters for user names lacks.
                options.User.AllowedUserNameCharacters = "";
                options.SignIn.RequireConfirmedAccount = true;
                options.Password = new PasswordOptions
                {
                    // Length is what counts (NIST SP 800-63B 3.1.1); rules about signs make passwords worse.
                    RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddRoles<StaffRole>()
            .AddEntityFrameworkStores<IdentityDb>()
            .AddSignInManager<StaffSignIn>()
            .AddDefaultTokenProviders();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The passkey itself says who it belongs to, and stands for both steps: it must be found without a name, and ask for the person.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
            // As by default, and from plain HTTP on the machine itself too, which browsers trust: a first run has no certificate.
            options.ValidateOrigin = origin => ValueTask.FromResult(
                !origin.CrossOrigin && Uri.TryCreate(origin.Origin, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
                && string.Equals(address.Authority, origin.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<StaffPrincipals>();
        services.AddScoped<IUserClaimsPrincipalFactory<StaffAccount>>(provider => provider.GetRequiredService<StaffPrincipals>());
        services.AddScoped<IUserConfirmation<StaffAccount>, ActiveAccounts>();
        services.AddSingleton<NobodysPassword>();
        services.AddScoped<IStaffDirectory, StaffDirectory>();
        services.AddScoped<ActingFor>();
        services.AddScoped<OnBehalf>();
        services.AddScoped<ICurrentUser, CurrentUser>();

        var authentication = services.AddAuthentication(Schemes.Platform)
            .AddScheme<AuthenticationSchemeOptions, PlatformAuthentication>(Schemes.Platform, null)
            .AddScheme<AuthenticationSchemeOptions, AccessTokenAuthentication>(Schemes.AccessToken, null);
        authentication.AddSignInCookies(environment);
        authentication.AddExternalSignIn(configuration, environment);
    }

    private static void AddRights(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().AddPolicy("participant", policy => policy.RequireClaim(Rights.Party));
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
    }
}
