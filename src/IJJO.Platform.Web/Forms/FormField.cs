using Microsoft.AspNetCore.Components;

namespace IJJO.Platform.Web;

/// <summary>
/// What all fields have in common: a label, a hint, errors that are announced with the field, and the value as it was typed. Inside a
/// <see cref="PlatformForm"/> value and errors come from its <see cref="FormState"/>; outside they are parameters.
/// </summary>
/// <example><code>
/// @inherits FormField
///
/// &lt;FieldShell Id="@Id" Label="@Label" Hint="@Hint" Errors="@Messages" Optional="@(!Required)"&gt;
///     &lt;input type="color" id="@Id" name="@Name" value="@Current" aria-describedby="@DescribedBy" aria-invalid="@Invalid" /&gt;
/// &lt;/FieldShell&gt;
/// </code></example>
public abstract class FormField : ComponentBase
{
    /// <summary>The name it is posted by: the command's member, best written with <c>nameof</c>.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>The translated label.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>A translated sentence of help, read out with the field.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>The value until something was posted.</summary>
    [Parameter] public string? Value { get; set; }

    /// <summary>Messages beside those of the form's state.</summary>
    [Parameter] public IReadOnlyList<string>? Errors { get; set; }

    /// <summary>Whether a value is needed; the others are marked as optional.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Leaves out the mark "(optional)", for fields of which one of several is needed.</summary>
    [Parameter] public bool HideOptional { get; set; }

    /// <summary>Further attributes of the control, such as <c>autocomplete</c> or <c>inputmode</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The state of the form around it.</summary>
    [CascadingParameter] protected FormState? State { get; set; }

    /// <summary>The name of the form around it.</summary>
    [CascadingParameter(Name = "FormName")] protected string? FormName { get; set; }

    /// <summary>The <c>id</c> of the control, or of the first control of a group.</summary>
    protected string Id => FormName is null ? Name : $"{FormName}-{Name}";

    /// <summary>The value to show.</summary>
    protected string? Current => State?.Value(Name) ?? (State is { IsPosted: true } ? null : Value);

    /// <summary>The messages to show.</summary>
    protected IReadOnlyList<string> Messages => [.. State?.ErrorsOf(Name) ?? [], .. Errors ?? []];

    /// <summary>The value of <c>aria-invalid</c>.</summary>
    protected string? Invalid => Messages.Count > 0 ? "true" : null;

    /// <summary>The value of <c>aria-describedby</c>: hint, then errors.</summary>
    protected string? DescribedBy
    {
        get
        {
            string?[] parts = [Hint is null ? null : $"{Id}-hint", Invalid is null ? null : $"{Id}-error"];
            return parts.Any(part => part is not null) ? string.Join(' ', parts.OfType<string>()) : null;
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => State?.Label(Name, Label);

    /// <summary>Whether a choice is ticked or selected.</summary>
    /// <param name="value">The choice's value.</param>
    /// <param name="initial">The values chosen until something was posted.</param>
    /// <returns>Whether.</returns>
    protected bool IsChosen(string value, IReadOnlyCollection<string>? initial = null) =>
        State is not null && (State.IsPosted || State.Value(Name) is not null) ? State.Values(Name).Contains(value) : initial?.Contains(value) ?? Value == value;
}
