using System.Globalization;
using System.Resources;

namespace IJJO.Platform.Web;

/// <summary>The kit's texts where no localizer is at hand: a form state is made with <c>new</c>, not by the container.</summary>
internal static class KitText
{
    private static readonly ResourceManager Texts = new("IJJO.Platform.Web.Resources.Text", typeof(KitText).Assembly);

    public static string Get(string key, params object[] arguments) => Find(key, arguments) ?? key;

    public static string? Find(string key, params object[] arguments) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) is { } text ? string.Format(CultureInfo.CurrentCulture, text, arguments) : null;
}
