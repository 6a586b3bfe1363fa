namespace IJJO.Platform;

/// <summary>A bound action.</summary>
/// <param name="Name">Its name in kebab case; the OData name is <c>{key}.{name}</c> in camel case.</param>
/// <param name="Command">The command record.</param>
/// <param name="KeyMember">The command's member that receives the key; <c>null</c> for an action on the whole set.</param>
/// <param name="VersionMember">The command's member that receives the row version from <c>If-Match</c>, if it wants it.</param>
/// <param name="Permission">Who may.</param>
/// <param name="When">An OData <c>$filter</c> that tells for which rows it makes sense; <c>null</c> for all.</param>
/// <param name="IsBulk">Whether it can be applied to a selection.</param>
/// <param name="Choices">Where the values of a member come from.</param>
/// <example><code>var bulk = set.Board.Actions.Where(action =&gt; action.IsBulk &amp;&amp; user.Has(action.Permission));</code></example>
public sealed record BoardAction(
    string Name, Type Command, string? KeyMember, string? VersionMember, string Permission, string? When, bool IsBulk, IReadOnlyDictionary<string, BoardChoice> Choices);

/// <summary>Where the values of an action's member come from: a vocabulary, the staff with a permission, or another entity set.</summary>
/// <param name="Vocabulary">A vocabulary.</param>
/// <param name="StaffWith">A permission: the choices are the staff who have it.</param>
/// <param name="Set">Another entity set of the module, with <paramref name="Filter"/>.</param>
/// <param name="Filter">An OData <c>$filter</c> over that set.</param>
/// <example><code>
/// board.Action&lt;DeclineAssignment&gt;("decline", EvaluationPermissions.Assess, c =&gt; c.AssignmentId,
///     choices: new Dictionary&lt;string, BoardChoice&gt; { [nameof(DeclineAssignment.ColleagueId)] = new(StaffWith: EvaluationPermissions.Assess) })
/// </code></example>
public sealed record BoardChoice(string? Vocabulary = null, string? StaffWith = null, string? Set = null, string? Filter = null);

/// <summary>A bound function.</summary>
/// <param name="Name">Its name in kebab case; the OData name is <c>{key}.{name}</c> in camel case.</param>
/// <param name="Query">The question's record.</param>
/// <param name="KeyMember">The question's member that receives the key; <c>null</c> for a function on the whole set.</param>
/// <param name="Permission">Who may ask; <c>null</c> for everybody who may read the set.</param>
/// <param name="Result">The type of the answer, or of one row of it.</param>
/// <param name="Set">The set whose rows are the answer; <c>null</c> for a value.</param>
/// <example><code>var answeredWithRows = set.Board.Functions.Where(function =&gt; function.Set is not null);</code></example>
public sealed record BoardFunction(string Name, Type Query, string? KeyMember, string? Permission, Type Result, string? Set);

/// <summary>A related set.</summary>
/// <param name="Set">An entity set of the same module.</param>
/// <param name="ForeignKey">Its property that holds this row's key (or the value of <paramref name="LocalKey"/>).</param>
/// <param name="LocalKey">The property of this row that is matched.</param>
/// <example><code>board.Related&lt;WorkloadRow&gt;("Workload", a =&gt; a.CaseId, c =&gt; c.Id)   // new BoardRelation("Workload", "CaseId", "Id")</code></example>
public sealed record BoardRelation(string Set, string ForeignKey, string LocalKey)
{
    /// <summary>The name of the navigation property; <c>null</c> for the name of the set.</summary>
    public string? Name { get; init; }

    /// <summary>Whether there is at most one such row.</summary>
    public bool IsSingle { get; init; }
}

/// <summary>An insert, update or delete.</summary>
/// <param name="Command">The command record.</param>
/// <param name="KeyMember">The member that receives the key; <c>null</c> for an insert.</param>
/// <param name="VersionMember">The member that receives the row version.</param>
/// <param name="Permission">Who may.</param>
/// <example><code>board.Insert&lt;AddCriterion&gt;(EvaluationPermissions.EditRubrics)   // new BoardWrite(typeof(AddCriterion), null, null, "evaluation.rubrics.edit")</code></example>
public sealed record BoardWrite(Type Command, string? KeyMember, string? VersionMember, string Permission);
