using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IJJO.Platform.OData;

/// <summary>
/// Questions that are asked again and again: each is parsed once and, from the second time within seconds on, translated to SQL once. Pages, tabs and programs ask the same
/// few; a question that nobody repeats costs what it did.
/// </summary>
internal sealed class QueryPlans
{
    private const int MostQuestions = 250;
    private const int MostCharacters = 2_000;
    private readonly ConcurrentDictionary<string, ParsedQuery> _questions = [];

    public ParsedQuery Parse(ServedSet set, IReadOnlyDictionary<string, string> options)
    {
        var text = Text(set, options);
        if (text.Length > MostCharacters) return QueryParser.Parse(set, options);
        if (!_questions.TryGetValue(text, out var question))
        {
            question = QueryParser.Parse(set, options) with { Plans = new() };
            // Begun anew when it is full: what is asked often is soon back.
            if (_questions.Count >= MostQuestions) _questions.Clear();
            _questions[text] = question;
        }
        return question with { SkipToken = options.GetValueOrDefault("$skiptoken") };
    }

    /// <summary>Tells questions apart, whatever signs are in their options. Where the page starts is no part of the question.</summary>
    private static string Text(ServedSet set, IReadOnlyDictionary<string, string> options)
    {
        var text = new StringBuilder(256).Append(set.Module).Append('/').Append(set.Name);
        foreach (var (name, value) in options)
        {
            if (name != "$skiptoken") text.Append('&').Append(name.Length).Append(name).Append(value.Length).Append('=').Append(value);
        }
        return text.ToString();
    }
}

/// <summary>What was translated of one question.</summary>
internal sealed class QuestionPlans
{
    private const int Most = 8;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(10);
    private volatile QueryPlan[] _plans = [];
    private volatile Tuple<KeysetOrder?>? _order;
    private volatile bool _isHopeless;
    private long _missed = long.MinValue / 2;

    public IReadOnlyList<QueryPlan> Kept => _plans;

    /// <summary>
    /// Whether to make one more plan, which costs as much as some ten answers: not for what is asked now and then, and not where every reader would need one of
    /// their own.
    /// </summary>
    public bool IsWorthwhile()
    {
        var now = Environment.TickCount64;
        return now - Interlocked.Exchange(ref _missed, now) < Often.TotalMilliseconds && !_isHopeless && _plans.Count(plan => plan.IsFresh) < Most;
    }

    public KeysetOrder? Order(Func<KeysetOrder?> find) => (_order ??= Tuple.Create(find())).Item1;

    public QueryPlan? Find(PlanShape shape, ICurrentUser user)
    {
        foreach (var plan in _plans)
        {
            if (plan.Shape == shape && plan.IsFor(user)) return plan;
        }
        return null;
    }

    // Two that come at once may both make one, and one of them may get lost: it is made again.
    public void Add(QueryPlan plan) => _plans = [plan, .. _plans.Where(other => other.IsFresh).Take(Most - 1)];

    /// <summary>EF Core has no way to translate it once; it is asked as any other.</summary>
    public void GiveUp() => _isHopeless = true;
}

/// <summary>What changes the SQL of one question: how much, from where, and in whose language.</summary>
/// <param name="Size">The rows of a page.</param>
/// <param name="Language">The language of the request, which a set's query may read beside what it asks about the reader.</param>
/// <param name="Start">Which of the values that the page starts after are null; <c>null</c> for the first page.</param>
/// <param name="IsJoint">Whether it is asked inside a transaction, and has to see what that has done.</param>
/// <param name="Model">The model it is translated by. EF Core makes it anew when many other queries have driven it out of its cache, and runs no plan on another one.</param>
internal sealed record PlanShape(int Size, string Language, string? Start, bool IsJoint, IModel Model);
