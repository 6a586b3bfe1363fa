using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;

namespace IJJO.Platform.Web;

/// <summary>Writes an object's properties the way browsers post them, so that what is shown binds again to the same value.</summary>
internal static class FormValues
{
    public static IEnumerable<(string Name, StringValues Value)> Of(object model) =>
        from property in model.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanRead && property.GetIndexParameters().Length == 0
        select (property.Name, Written(property.GetValue(model)));

    private static StringValues Written(object? value) => value switch
    {
        null => StringValues.Empty,
        string text => text,
        IEnumerable list => list.Cast<object?>().Select(One).ToArray(),
        _ => One(value),
    };

    private static string? One(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
