namespace IJJO.Outreach.Messages;

/// <summary>The difference of two texts line by line, by their longest common subsequence. Mails are short: quadratic is good enough.</summary>
internal static class LineDiff
{
    internal static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        string[] a = before.TrimEnd().Split('\n'), b = after.TrimEnd().Split('\n');
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--) common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var lines = new List<DiffLine>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add(new(LineKind.Same, a[i++]));
                j++;
            }
            else if (j == b.Length || i < a.Length && common[i + 1, j] >= common[i, j + 1])
            {
                lines.Add(new(LineKind.Removed, a[i++]));
            }
            else
            {
                lines.Add(new(LineKind.Added, b[j++]));
            }
        }

        return lines;
    }
}

/// <summary>A line of a difference.</summary>
internal sealed record DiffLine(LineKind Kind, string Text);

internal enum LineKind
{
    Same,
    Removed,
    Added,
}
