using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace IJJO.Platform.Web;

/// <summary>
/// What was typed into a form and what is wrong with it, field by field. It is the one thing between a static page and a command: the page
/// shows it, <see cref="Bind{T}"/> makes the command, <see cref="Apply"/> takes the handler's errors back. Nothing typed is ever lost on the way.
/// </summary>
/// <remarks>Passwords and files cannot be shown again: browsers do not allow it, and the fields for them do not try.</remarks>
/// <example><code>
/// &lt;PlatformForm Name="withdraw" State="form" OnSubmit="Withdraw"&gt;
///     &lt;TextArea Name="Reason" Label="@L["withdraw.reason"]" /&gt;
///     &lt;SubmitButton&gt;@L["withdraw.do"]&lt;/SubmitButton&gt;
/// &lt;/PlatformForm&gt;
///
/// @code {
///     private readonly FormState form = new();
///
///     private async Task Withdraw()
///     {
///         if (form.Bind&lt;WithdrawProposal&gt;() is not { } command) return;
///         if (form.Apply(await handler.Handle(command, default), L)) navigation.NavigateTo(statusPage);
///     }
/// }
/// </code></example>
public sealed class FormState
{
    private readonly Dictionary<string, StringValues> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FormError> errors = [];

    /// <summary>The zone of times typed without an offset (<c>datetime-local</c>). UTC unless the page says otherwise.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The uploaded files, by field through <see cref="IFormFile.Name"/>.</summary>
    public IReadOnlyList<IFormFile> Files { get; private set; } = [];

    /// <summary>Whether the values come from a posted form; until then fields show their initial value.</summary>
    public bool IsPosted { get; private set; }

    /// <summary>Everything that is wrong, in the order found. An empty field name means the form as a whole.</summary>
    public IReadOnlyList<FormError> Errors => errors;

    /// <summary>Whether anything is wrong.</summary>
    public bool HasErrors => errors.Count > 0;

    /// <summary>A state with the values of a posted form.</summary>
    /// <param name="form">The posted form.</param>
    /// <returns>The state.</returns>
    public static FormState From(IFormCollection form)
    {
        var state = new FormState();
        state.Read(form);
        return state;
    }

    /// <summary>A state with the values of a record or object, to edit something that exists.</summary>
    /// <param name="model">Its public properties become fields of the same name; lists become several values.</param>
    /// <returns>The state.</returns>
    public static FormState From(object model)
    {
        var state = new FormState();
        foreach (var (name, value) in FormValues.Of(model)) state.values[name] = value;
        return state;
    }

    /// <summary>Replaces the values by those of a posted form and forgets all errors. <see cref="PlatformForm"/> does it before <c>OnSubmit</c>.</summary>
    /// <param name="form">The posted form.</param>
    public void Read(IFormCollection form)
    {
        values.Clear();
        errors.Clear();
        foreach (var (name, value) in form) values[name] = value;
        Files = form.Files;
        IsPosted = true;
    }

    /// <summary>The value of a field as typed.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The first value, or <c>null</c> when the field was not sent.</returns>
    public string? Value(string name) => values.TryGetValue(name, out var found) && found.Count > 0 ? found[0] : null;

    /// <summary>All values of a field: the ticked boxes, the chosen options.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The values; none when the field was not sent.</returns>
    public IReadOnlyList<string> Values(string name) => values.TryGetValue(name, out var found) ? [.. found.OfType<string>()] : [];

    /// <summary>Sets a field, for example from the address of the page.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value or values.</param>
    public void Set(string name, params string?[] value) => values[name] = value;

    /// <summary>The messages for one field.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The translated messages.</returns>
    public IReadOnlyList<string> ErrorsOf(string name) =>
        [.. errors.Where(error => error.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(error => error.Message)];

    /// <summary>Notes that something is wrong.</summary>
    /// <param name="field">The field; empty for the form as a whole.</param>
    /// <param name="message">A translated sentence that says what to do.</param>
    public void AddError(string field, string message) => errors.Add(new(field, message));

    /// <summary>The label of a field that the page has shown, so that the list of errors can name it.</summary>
    /// <param name="name">The field.</param>
    /// <returns>The label, or <c>null</c>.</returns>
    internal string? LabelOf(string name) => labels.GetValueOrDefault(name);

    /// <summary>Remembers a field's label.</summary>
    /// <param name="name">The field.</param>
    /// <param name="label">Its label.</param>
    internal void Label(string name, string label) => labels[name] = label;

    /// <summary>
    /// Makes a command from the values: strings, numbers, <see cref="bool"/>, <see cref="Guid"/>, enumerations, <see cref="DateOnly"/>, <see cref="TimeOnly"/>,
    /// <see cref="DateTimeOffset"/>, files, and lists of these. Strings are trimmed; an empty one is <c>null</c> where the member may be. A member that may not be
    /// <c>null</c> and has no default is required.
    /// </summary>
    /// <typeparam name="T">A record or class with constructor parameters or settable properties named as the fields are.</typeparam>
    /// <returns>The command, or <c>null</c> when a value does not fit; <see cref="Errors"/> then says which, in the reader's language.</returns>
    public T? Bind<T>() where T : class => FormBinder.Bind<T>(this);

    /// <summary>Takes the errors of a command's outcome back to the fields.</summary>
    /// <param name="result">What the handler said.</param>
    /// <param name="texts">The module's texts; codes of <see cref="FieldErrors"/> are looked up in the platform's.</param>
    /// <returns>Whether the command was carried out.</returns>
    public bool Apply(Result result, IStringLocalizer texts)
    {
        foreach (var error in result.Errors) AddError(error.Member, KitText.Find(error.Code, error.Arguments) ?? texts[error.Code, error.Arguments]);
        if (result.Kind == ResultKind.Refused) AddError("", texts[result.Code ?? "", [.. result.Arguments]]);
        if (result.Kind == ResultKind.NotFound) AddError("", KitText.Get("form.not-found"));
        if (result.Kind == ResultKind.Forbidden) AddError("", KitText.Get("form.forbidden"));
        return result.Succeeded;
    }
}

/// <summary>Something that is wrong with a form.</summary>
/// <param name="Field">The field's name; empty for the form as a whole.</param>
/// <param name="Message">The translated sentence.</param>
/// <example><code>
/// form.AddError(nameof(SignIn.Email), L["sign-in.unknown"]);
/// // form.Errors: [new FormError("Email", "…")]
/// </code></example>
public sealed record FormError(string Field, string Message);
