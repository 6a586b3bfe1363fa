namespace IJJO.Platform.Web;

/// <summary>One choice out of a long list. For up to about seven choices a <see cref="ChoiceGroup"/> is easier to use.</summary>
/// <example><code>&lt;SelectField Name="Type" Label="@L["type"]" Choices="Choice.Of(vocabularies.Terms(Vocabulary.AdvanceType))" Required /&gt;</code></example>
public partial class SelectField;
