using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IJJO.Platform.Testing;

/// <summary>An OpenID Connect provider in this process, by authorization code with PKCE. It asks for no password: it vouches for whom the test names.</summary>
/// <example><code>
/// await using var issuer = await TestIssuer.StartAsync();
/// await using var host = await TestHost.StartAsync([], issuer.Settings);
/// issuer.Person = new("subject-1", "ana@example.org");
/// </code></example>
public sealed class TestIssuer : IAsyncDisposable
{
    private const string Client = "the-site";
    private const string Password = "a secret of the site";

    private readonly ConcurrentDictionary<string, Asked> _codes = [];
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder(["--Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token", ["jwks_uri"] = $"{Address}/keys",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(false)) { KeyId = "key" });
            return new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig", alg = "RS256" } } };
        });
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", async (HttpRequest request) => Exchange(await request.ReadFormAsync()));
    }

    /// <summary>Where it listens, and its name.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The settings of a host that trusts it.</summary>
    public IReadOnlyList<string> Settings => [.. new[] { $"Authority={Address}", $"ClientId={Client}", $"ClientSecret={Password}" }.Select(s => "Authentication:OpenIdConnect:" + s)];

    /// <summary>Who signs in next; <c>null</c> for somebody who changes their mind.</summary>
    public IssuedPerson? Person { get; set; }

    /// <summary>A last word on the next tokens, to make them wrong.</summary>
    public Action<SecurityTokenDescriptor>? Spoil { get; set; }

    /// <summary>Starts one.</summary>
    /// <returns>It.</returns>
    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    /// <summary>Answers with a form that sends itself, as providers do in the mode <c>form_post</c>.</summary>
    private IResult Authorize(HttpRequest request)
    {
        string Of(string name) => request.Query[name].ToString();
        if (Of("client_id") != Client || Of("response_type") != "code" || Of("response_mode") != "form_post" || Of("code_challenge_method") != "S256") return Results.BadRequest();
        var code = RandomNumberGenerator.GetHexString(32);
        if (Person is { } person) _codes[code] = new(person, Of("redirect_uri"), Of("nonce"), Of("code_challenge"));
        var (name, value) = Person is null ? ("error", "access_denied") : ("code", code);
        return Results.Content($"""
            <!DOCTYPE html><title>Provider</title>
            <form method="post" action="{WebUtility.HtmlEncode(Of("redirect_uri"))}">
            <input type="hidden" name="{name}" value="{value}"><input type="hidden" name="state" value="{WebUtility.HtmlEncode(Of("state"))}">
            </form><script>document.forms[0].submit()</script>
            """, "text/html");
    }

    private IResult Exchange(IFormCollection form)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || form["client_id"] != Client || form["client_secret"] != Password
            || form["redirect_uri"] != asked.RedirectUri || challenge != asked.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Client,
            Expires = DateTime.UtcNow.AddMinutes(5),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = asked.Person.Subject, ["email"] = asked.Person.Email, ["email_verified"] = asked.Person.IsVerified, ["nonce"] = asked.Nonce,
            },
            SigningCredentials = new(new RsaSecurityKey(_key) { KeyId = "key" }, SecurityAlgorithms.RsaSha256),
        };
        Spoil?.Invoke(token);
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 300, id_token = new JsonWebTokenHandler().CreateToken(token) });
    }

    private sealed record Asked(IssuedPerson Person, string RedirectUri, string Nonce, string Challenge);
}

/// <summary>Whom a provider vouches for.</summary>
/// <param name="Subject">The provider's identifier.</param>
/// <param name="Email">The address.</param>
/// <param name="IsVerified">Whether the provider has checked the address.</param>
public sealed record IssuedPerson(string Subject, string Email, bool IsVerified = true);
