using System.Globalization;

namespace IJJO.Platform.Web;

/// <summary>One option of a select, radio group or check list.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Label">What is shown, translated.</param>
/// <param name="Hint">A sentence of help.</param>
/// <param name="Group">The translated name of the group that it stands in.</param>
/// <example><code>
/// &lt;CheckList Name="Themes" Label="@L["proposal.themes"]" Choices="Choice.Of(vocabularies.Terms(Vocabulary.Theme))" /&gt;
/// </code></example>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null)
{
    /// <summary>The terms of a vocabulary as choices in their order; narrower terms stand in a group named after the broader one.</summary>
    /// <param name="terms">The terms, parents before children.</param>
    /// <returns>The choices. A broader term that has narrower ones opens its own group.</returns>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<Term> terms)
    {
        var parents = terms.Where(term => term.Parent is not null).Select(term => term.Parent).ToHashSet();
        var byId = terms.ToDictionary(term => term.Id);
        return [.. terms.Select(term => new Choice(term.Id, term.Label(), term.Note(), GroupOf(term)))];

        string? GroupOf(Term term) =>
            parents.Contains(term.Id) ? term.Label()
            : term.Parent is not null && byId.TryGetValue(term.Parent, out var parent) ? parent.Label()
            : null;
    }

    /// <summary>The members of an enumeration as choices.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="label">The translated label of a member.</param>
    /// <returns>The choices in the order of declaration.</returns>
    public static IReadOnlyList<Choice> Of<T>(Func<T, string> label) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(member => new Choice(member.ToString(), label(member)))];

    /// <summary>Sorted as the reader's language sorts: É beside E, Ñ after N.</summary>
    /// <param name="choices">The choices.</param>
    /// <returns>Them by label.</returns>
    public static IReadOnlyList<Choice> Sorted(IEnumerable<Choice> choices) =>
        [.. choices.OrderBy(choice => choice.Label, StringComparer.Create(CultureInfo.CurrentUICulture, CompareOptions.IgnoreCase))];
}
