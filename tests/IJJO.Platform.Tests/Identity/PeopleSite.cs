using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Tests.Identity;

/// <summary>A host where sessions are asked again on every request, and where the slow hashes are counted.</summary>
public sealed class PeopleSite : IAsyncLifetime
{
    internal const string Password = "a long enough password";

    private readonly HashCounter _hashes = new();

    public TestHost Host { get; private set; } = null!;

    public int Hashes => _hashes.Count;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync([], ["RateLimits:SignIn=100000"], configure: builder =>
    {
        builder.Services.AddSingleton(_hashes);
        builder.Services.AddScoped<IPasswordHasher<StaffAccount>, CountingHasher>();
        builder.Services.PostConfigure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
    });

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal static string NewAddress() => $"{Guid.NewGuid():N}@example.org";

    internal Task<StaffAccount> AccountAsync(params string[] roles) => Host.InScopeAsync<UserManager<StaffAccount>, StaffAccount>(async accounts =>
    {
        var account = StaffAccount.Create("Test Person", NewAddress(), "en", DateTimeOffset.UtcNow);
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        Assert.True((await accounts.AddToRolesAsync(account, roles)).Succeeded);
        return account;
    });

    internal async Task<(StaffAccount Account, TestBrowser Browser)> SignedInAsync(params string[] roles)
    {
        var account = await AccountAsync(roles);
        var browser = Host.Browser();
        var page = await SignInAsync(browser, account.Email!, Password);
        Assert.DoesNotContain("sign-in", page.Path);
        return (account, browser);
    }

    internal async Task<TestPage> SignInAsync(TestBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in?returnUrl=/staff/account"), [("Email", email), ("Password", password)], "#password");

    /// <summary>Runs a command as one of the people.</summary>
    internal async Task<Result> RunAsync<TCommand>(TCommand command) =>
        await Host.InScopeAsync<ICommandHandler<TCommand>, Result>(handler => handler.Handle(command, TestContext.Current.CancellationToken));

    private sealed class HashCounter
    {
        private int _count;

        internal int Count => _count;

        internal void Add() => Interlocked.Increment(ref _count);
    }

    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options, HashCounter counter) : IPasswordHasher<StaffAccount>
    {
        private readonly PasswordHasher<StaffAccount> _inner = new(options);

        public string HashPassword(StaffAccount user, string password) => _inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword)
        {
            counter.Add();
            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
