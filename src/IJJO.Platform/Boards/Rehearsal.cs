using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Boards;

/// <summary>What an action would do to each of some rows, found out by doing it in a transaction that is rolled back.</summary>
internal sealed record Rehearsal(int Accepted, IReadOnlyList<(BoardRow Row, string Why)> Refused, IReadOnlyList<Effect> Effects, string Stamp);

internal sealed class Rehearsals(IServiceProvider services, ActionRunner actions, Effects effects)
{
    /// <summary><c>null</c> when something in the form must be corrected; the errors are then in the form.</summary>
    public async Task<Rehearsal?> RunAsync(ServedSet set, BoardAction action, FormState form, IFormCollection posted, IReadOnlyList<BoardRow> rows, CancellationToken cancel)
    {
        var refused = new List<(BoardRow, string)>();
        IReadOnlyList<FormError> wrong = [];
        await using var joint = new JointRun(services, set.Declared.Context);
        await joint.OpenAsync(cancel);
        foreach (var row in rows)
        {
            await joint.StepAsync(row.Key, async () =>
            {
                var state = FormState.From(posted);
                var result = await actions.RunOneOfManyAsync(set, action, state, row, cancel);
                if (result.Succeeded) return true;
                if (IsOfTheForm(result, state)) wrong = state.Errors;
                else refused.Add((row, WhyOf(state)));
                return false;
            }, cancel);
            // What is wrong with the fields is wrong for every row.
            foreach (var error in wrong) form.AddError(error.Field, error.Message);
            if (wrong.Count > 0) return null;
        }
        return new(rows.Count - refused.Count, refused, effects.Of(joint.Events), StampOf(posted, rows));
    }

    /// <summary>Whether the fields must be corrected, and not the row looked at.</summary>
    public static bool IsOfTheForm(Result result, FormState state) => result.Kind == ResultKind.Invalid && state.Errors.Any(error => error.Field.Length > 0);

    public static string WhyOf(FormState state) => string.Join(' ', state.Errors.Select(error => error.Message).Distinct());

    /// <summary>Stands for what was looked at: other values, other rows, or a row that has changed since make another one.</summary>
    public static string StampOf(IFormCollection posted, IReadOnlyList<BoardRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, values) in posted.Where(field => !field.Key.StartsWith('_') && field.Key != "tried").OrderBy(field => field.Key, StringComparer.Ordinal)) Add(name, [.. values]);
        foreach (var row in rows) Add(row.Key, row.Version?.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string name, params IEnumerable<string?> values) => hash.AppendData(Encoding.UTF8.GetBytes($"{name}={string.Join('\u001f', values)}\u001e"));
    }
}
