using System.Linq.Expressions;

namespace IJJO.Platform;

/// <content>What can be done with the rows.</content>
public sealed partial class Board<TRow> where TRow : class
{
    /// <summary>A bound action on one row, and on a selection where it is bulk.</summary>
    /// <typeparam name="TCommand">The command record; its handler does the work.</typeparam>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="permission">Who may.</param>
    /// <param name="key">The command's member that receives the row's key.</param>
    /// <param name="when">An OData <c>$filter</c>: for which rows it makes sense.</param>
    /// <param name="bulk">Whether it can be applied to a selection.</param>
    /// <param name="version">The command's member that receives the row version.</param>
    /// <param name="choices">Where the values of further members come from, by member name.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Action<TCommand>(
        string name, string permission, Expression<Func<TCommand, object?>> key, string? when = null, bool bulk = false,
        Expression<Func<TCommand, object?>>? version = null, IReadOnlyDictionary<string, BoardChoice>? choices = null)
    {
        Description.Actions.Add(new BoardAction(
            name, typeof(TCommand), Members.NameOf(key), version is null ? null : Members.NameOf(version), permission, when, bulk,
            choices ?? new Dictionary<string, BoardChoice>()));
        return this;
    }

    /// <summary>An action on the whole set.</summary>
    /// <typeparam name="TCommand">The command record.</typeparam>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="permission">Who may.</param>
    /// <param name="choices">Where the values of members come from, by member name.</param>
    /// <returns>The board.</returns>
    public Board<TRow> SetAction<TCommand>(string name, string permission, IReadOnlyDictionary<string, BoardChoice>? choices = null)
    {
        Description.Actions.Add(new BoardAction(
            name, typeof(TCommand), null, null, permission, null, false, choices ?? new Dictionary<string, BoardChoice>()));
        return this;
    }

    /// <summary>New rows are taken by POST.</summary>
    /// <typeparam name="TCommand">The command record; it produces the new row's key.</typeparam>
    /// <param name="permission">Who may.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Insert<TCommand>(string permission)
    {
        Description.Insert = new BoardWrite(typeof(TCommand), null, null, permission);
        return this;
    }

    /// <summary>Rows are changed by PATCH: the command is filled from the row and then from the members that were sent.</summary>
    /// <typeparam name="TCommand">The command record.</typeparam>
    /// <param name="permission">Who may.</param>
    /// <param name="key">The member that receives the key.</param>
    /// <param name="version">The member that receives the row version.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Update<TCommand>(
        string permission, Expression<Func<TCommand, object?>> key, Expression<Func<TCommand, object?>>? version = null)
    {
        Description.Update = new BoardWrite(typeof(TCommand), Members.NameOf(key), version is null ? null : Members.NameOf(version), permission);
        return this;
    }

    /// <summary>Rows are removed by DELETE.</summary>
    /// <typeparam name="TCommand">The command record.</typeparam>
    /// <param name="permission">Who may.</param>
    /// <param name="key">The member that receives the key.</param>
    /// <param name="version">The member that receives the row version.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Delete<TCommand>(
        string permission, Expression<Func<TCommand, object?>> key, Expression<Func<TCommand, object?>>? version = null)
    {
        Description.Delete = new BoardWrite(typeof(TCommand), Members.NameOf(key), version is null ? null : Members.NameOf(version), permission);
        return this;
    }
}
