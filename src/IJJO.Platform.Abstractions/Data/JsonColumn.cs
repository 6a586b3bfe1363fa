using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform;

/// <summary>Small objects that are read and written as a whole.</summary>
/// <example><code>model.Entity&lt;Rubric&gt;().Property(rubric =&gt; rubric.Criteria).AsJson();</code></example>
public static class JsonColumn
{
    /// <summary>
    /// Keeps an object in one <c>jsonb</c> column, as <see cref="JsonSerializerOptions.Web"/> writes it. It is compared by its JSON, so a change inside the object is
    /// saved too. LINQ cannot look into it: what is filtered or ordered by needs a column of its own.
    /// </summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="property">The property.</param>
    /// <returns>The same property.</returns>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class => property
        .HasColumnType("jsonb")
        .HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, JsonSerializerOptions.Web) == JsonSerializer.Serialize(right, JsonSerializerOptions.Web),
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!));
}
