namespace IJJO.Platform;

/// <summary>
/// Marks the property of a read model that carries PostgreSQL's <c>xmin</c>. It becomes the ETag and is not part of the model that clients see.
/// </summary>
/// <example><code>[RowVersion] public uint Version { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RowVersionAttribute : Attribute;
