namespace IJJO.Platform.Web;

/// <summary>A country of the vocabulary, in the reader's language and its order; posts the ISO 3166-1 alpha-2 code.</summary>
/// <example><code>&lt;CountryField Name="Country" Label="@L["country"]" Required /&gt;</code></example>
public partial class CountryField;
