using System.Globalization;

namespace IJJO.Platform.Benchmarks;

/// <summary>A table of measured values, each with what it is compared with, and whether a goal for the ratio is met.</summary>
internal sealed class Report
{
    private readonly List<string[]> _rows = [["What", "Measured", "Compared with", "Ratio", "Goal"]];

    /// <summary>Whether every goal is met.</summary>
    internal bool GoalsAreMet { get; private set; } = true;

    internal void Add(string what, double measured, string unit, string comparedWith, double reference, double? goal = null)
    {
        var ratio = measured / reference;
        var met = goal is null || ratio <= goal;
        GoalsAreMet &= met;
        _rows.Add([what, Text(measured, unit), $"{comparedWith}: {Text(reference, unit)}", Text(ratio), goal is { } most ? $"{Text(most)} {(met ? "met" : "MISSED")}" : ""]);
        Console.WriteLine(string.Join(" | ", _rows[^1]));
    }

    internal void Print()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in _rows) Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    private static string Text(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(double value, string unit) => value.ToString(value < 10 ? "0.000" : "0", CultureInfo.InvariantCulture) + " " + unit;
}

/// <summary>Latencies in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly List<double> _values = [];
    private TimeSpan _processor;

    /// <summary>What this process has worked for one of them, caller and server together: on a busy machine the clock tells how long the others were at work.</summary>
    internal double Processor => _processor.TotalMilliseconds / _values.Count;

    internal void Add(TimeSpan time) => _values.Add(time.TotalMilliseconds);

    internal void AddProcessor(TimeSpan time) => _processor += time;

    internal double At(double percentile)
    {
        _values.Sort();
        return _values[Math.Min(_values.Count - 1, (int)(_values.Count * percentile / 100))];
    }
}
