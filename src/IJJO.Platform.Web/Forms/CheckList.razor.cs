namespace IJJO.Platform.Web;

/// <summary>Any number of choices (check boxes); choices with a group fold into it, and a group with ticked boxes is open.</summary>
/// <example><code>&lt;CheckList Name="Themes" Label="@L["themes"]" Choices="Choice.Of(vocabularies.Terms(Vocabulary.Theme))" /&gt;</code></example>
public partial class CheckList;
