using System.Globalization;
using IJJO.Platform;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Outreach.Messages;

/// <summary>What the forms of the message page share: the message that was seen, and what to say when somebody else was faster.</summary>
public abstract class MessageForm : ComponentBase
{
    [Parameter, EditorRequired] public required Message Message { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IStringLocalizerFactory Texts { get; set; } = null!;

    private protected IStringLocalizer L => Texts.Create(typeof(Text));

    /// <summary>The version that the form was filled from.</summary>
    protected string Seen => Message.Version.ToString(CultureInfo.InvariantCulture);

    protected static uint? SeenIn(FormState form) => uint.TryParse(form.Value("Seen"), CultureInfo.InvariantCulture, out var version) ? version : null;

    protected async Task DoAsync(FormState form, Func<Task<Result>> handle)
    {
        try
        {
            if (form.Apply(await handle(), L)) Navigation.NavigateTo($"/staff/outreach/messages/{Message.Id}?saved=1");
        }
        catch (DbUpdateConcurrencyException)
        {
            form.AddError("", L["message.stale"]);
        }
    }
}
