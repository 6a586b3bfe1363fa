namespace IJJO.Platform;

/// <summary>The outcome of a command. Codes are keys of the module's resources, so that every refusal has a text in every language.</summary>
/// <example><code>
/// if (proposal is null) return Result.NotFound();
/// if (!proposal.CanBeWithdrawn) return Result.Refused("submissions.already-decided");
/// return Result.Ok();
/// </code></example>
public sealed record Result
{
    private Result(ResultKind kind) => Kind = kind;

    /// <summary>What kind of outcome.</summary>
    public ResultKind Kind { get; }

    /// <summary>The code of a refusal: the key of its text in the module's resources.</summary>
    public string? Code { get; private init; }

    /// <summary>What fills <c>{0}</c>, <c>{1}</c>… in that text.</summary>
    public IReadOnlyList<object> Arguments { get; private init; } = [];

    /// <summary>What is wrong with which member of the command.</summary>
    public IReadOnlyList<FieldError> Errors { get; private init; } = [];

    /// <summary>What the command produced, for example an identifier.</summary>
    public object? Value { get; private init; }

    /// <summary>Whether the command was carried out.</summary>
    public bool Succeeded => Kind == ResultKind.Ok;

    /// <summary>It is done.</summary>
    /// <param name="value">What it produced, if anything.</param>
    /// <returns>The result.</returns>
    public static Result Ok(object? value = null) => new(ResultKind.Ok) { Value = value };

    /// <summary>The thing does not exist, or this person may not know that it does.</summary>
    /// <returns>The result (HTTP 404).</returns>
    public static Result NotFound() => new(ResultKind.NotFound);

    /// <summary>This person may not do that.</summary>
    /// <returns>The result (HTTP 403).</returns>
    public static Result Forbidden() => new(ResultKind.Forbidden);

    /// <summary>The rules do not allow it in the present state.</summary>
    /// <param name="code">The key of the text that says why and what to do next.</param>
    /// <param name="arguments">What fills the text's placeholders.</param>
    /// <returns>The result (HTTP 409).</returns>
    public static Result Refused(string code, params object[] arguments) => new(ResultKind.Refused) { Code = code, Arguments = arguments };

    /// <summary>Something in the command must be corrected.</summary>
    /// <param name="errors">What, member by member.</param>
    /// <returns>The result (HTTP 400).</returns>
    public static Result Invalid(params IEnumerable<FieldError> errors) => new(ResultKind.Invalid) { Errors = [.. errors] };

    /// <summary>What the command produced, typed.</summary>
    /// <typeparam name="T">The type that the command documents.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidCastException">The command failed or produced something else.</exception>
    public T Get<T>() => (T)(Value ?? throw new InvalidCastException($"The result ({Kind}) has no value."));
}

/// <summary>The kinds of outcome.</summary>
public enum ResultKind
{
    /// <summary>Done.</summary>
    Ok,

    /// <summary>No such thing for this person.</summary>
    NotFound,

    /// <summary>Not allowed to this person.</summary>
    Forbidden,

    /// <summary>Not allowed in this state.</summary>
    Refused,

    /// <summary>To be corrected and sent again.</summary>
    Invalid,
}

/// <summary>What is wrong with one member of a command.</summary>
/// <param name="Member">The member's name as in the command; empty for the command as a whole.</param>
/// <param name="Code">The key of the text in the module's resources, or in the platform's for the codes of <see cref="FieldErrors"/>.</param>
/// <param name="Arguments">What fills the text's placeholders.</param>
/// <example><code>return Result.Invalid(new FieldError(nameof(command.Affiliation), FieldErrors.TooLong, 200));</code></example>
public sealed record FieldError(string Member, string Code, params object[] Arguments);

/// <summary>The codes whose texts the platform ships.</summary>
/// <example><code>if (string.IsNullOrWhiteSpace(command.Reason)) return Result.Invalid(new FieldError(nameof(command.Reason), FieldErrors.Required));</code></example>
public static class FieldErrors
{
    /// <summary>A value is needed.</summary>
    public const string Required = "field.required";

    /// <summary>Too long; <c>{0}</c> is the limit in characters.</summary>
    public const string TooLong = "field.too-long";

    /// <summary>Not an e-mail address.</summary>
    public const string Email = "field.email";

    /// <summary>Not one of the choices.</summary>
    public const string Choice = "field.choice";

    /// <summary>Not a number, date or identifier of the right form.</summary>
    public const string Format = "field.format";

    /// <summary>Outside the range from <c>{0}</c> to <c>{1}</c>.</summary>
    public const string Range = "field.range";

    /// <summary>Somebody else has changed it in the meantime.</summary>
    public const string Stale = "field.stale";
}
