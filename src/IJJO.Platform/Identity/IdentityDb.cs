using IJJO.Platform.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Identity;

/// <summary>Schema <c>identity</c>: accounts, roles, passkeys, tokens, one-time links, and the audit.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : IdentityDbContext<StaffAccount, StaffRole, Guid>(options)
{
    internal const string Schema = "identity";

    internal DbSet<KnownPermission> KnownPermissions => Set<KnownPermission>();

    internal DbSet<StaffLink> Links => Set<StaffLink>();

    internal DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    internal DbSet<ParticipantLink> ParticipantLinks => Set<ParticipantLink>();

    internal DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Said once for the host, the migrations at start and the design time.</summary>
    internal static void Options(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("__migrations", Schema))
        .UseSnakeCaseNamingConvention()
        // Telephone numbers of Identity's own model are left out: nobody needs them here.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.MappedPropertyIgnoredWarning));

    /// <summary>Called at start under the lock of the migrations.</summary>
    internal static async Task MigrateAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var db = Standalone(source);
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>A context apart from the host, for migrations at start and at design time.</summary>
    internal static IdentityDb Standalone(NpgsqlDataSource source)
    {
        // Identity reads the version of its tables (3 has passkeys) from its options in the application's services, and from nowhere else.
        var services = new ServiceCollection().Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        var options = new DbContextOptionsBuilder<IdentityDb>().UseApplicationServiceProvider(services.BuildServiceProvider());
        Options(options, source);
        return new IdentityDb((DbContextOptions<IdentityDb>)options.Options);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);

        builder.Entity<StaffAccount>(account =>
        {
            account.ToTable("account");
            account.Property(a => a.Name).HasMaxLength(200);
            account.Property(a => a.Language).HasMaxLength(8);
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
            account.HasIndex(a => a.NormalizedEmail).IsUnique();
        });
        builder.Entity<StaffRole>().ToTable("role");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("account_role");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claim");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("passkey");

        builder.Entity<KnownPermission>(permission =>
        {
            permission.ToTable("known_permission").HasKey(p => p.Key);
            permission.Property(p => p.Key).HasMaxLength(120);
        });
        StaffLink.Configure(builder.Entity<StaffLink>());
        AccessToken.Configure(builder.Entity<AccessToken>());
        ParticipantLink.Configure(builder.Entity<ParticipantLink>());
        AuditEntry.Configure(builder.Entity<AuditEntry>());
    }
}
