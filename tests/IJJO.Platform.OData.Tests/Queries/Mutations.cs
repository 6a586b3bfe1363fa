using System.Text;

namespace IJJO.Platform.OData.Tests;

/// <summary>Spoils valid queries in the ways that clients, mistakes and attackers do.</summary>
internal static class Mutations
{
    private static readonly string[] Tokens =
    [
        "'", "''", "(", ")", ",", "/", "$it", "$it/", "null", "true", "INF", "-INF", "NaN", "99999999999999999999", "1e400", "-1", "0", "1.5M", "2024-02-30", "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00", "24:00:00", "duration'P1D'", "duration'P99999999D'", "00000000-0000-0000-0000-000000000000", "binary'AA'", "geography'POINT(1 2)'", " and ", " or ", " not ", " eq ", " in ()",
        " in (1)", "any(", "/any(x:x eq 1)", "/all(x:true)", "/$count", "length(", "substring(Id,-5,-5)", "concat(concat(", "year(", "cast(", "isof(", "matchesPattern(", "now()", "maxdatetime()", "@p", "@p&@p=1", "&$expand=Id",
        "&$expand=*($levels=max)", "&$select=*", "&$select=Id/Id", "&$apply=groupby((Id))", "&$apply=aggregate(Id with sum as X)", "&$apply=filter(1 eq 1)/groupby((Id),aggregate($count as C))/filter(C gt 1)",
        "&$apply=concat(identity,identity)", "&$compute=1 div 0 as X", "&$compute=Id as Id", "&$skiptoken=AAAA", "&$skiptoken=eyJTIjoiSWQiLCJWIjpbIjEiXX0", "&$top=1e9", "&$top=999999999999999999999", "&$skip=-1",
        "&$search=a:*", "&$search=\"", "&$search=NOT", "&$search=((((a))))", "&$search=&|!", "&$format=xml", "&$format=application/json;odata.metadata=full", "&$count=TRUE", "&$deltatoken=1", "&$schemaversion=*", "&$index=1", "&=", "&&", "#", ";",
        "--", "/*", "'; DROP TABLE x; --", "\\", "\u0000", "\u0001", "\ud83d\ude42", "\u202e", "İ", "ß", "ﬁ", "é", "日本",
    ];

    public static string Of(string query, Random random)
    {
        var text = new StringBuilder(Uri.UnescapeDataString(query));
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(8))
            {
                case 0 when at < text.Length: text.Remove(at, 1); break;
                case 1 when at < text.Length: text.Remove(at, random.Next(1, Math.Min(12, text.Length - at) + 1)); break;
                case 2 when at < text.Length: text[at] = (char)random.Next(32, 127); break;
                case 3: text.Insert(at, text.ToString(0, Math.Min(30, text.Length))); break;
                case 4 when text.Length > 0: text.Length = at; break;
                case 5: text.Insert(at, Long(random)); break;
                default: text.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
            }
        }
        return random.Next(3) switch
        {
            0 => Escaped(text.ToString(), random),
            _ => string.Join('&', text.ToString().Split('&').Select(option => option.IndexOf('=') is var equals and > 0 ? option[..(equals + 1)] + Uri.EscapeDataString(option[(equals + 1)..]) : Uri.EscapeDataString(option))),
        };
    }

    /// <summary>Too deep, too long, too many.</summary>
    private static string Long(Random random) => random.Next(5) switch
    {
        0 => new string('(', random.Next(400)) + "true" + new string(')', random.Next(400)),
        1 => string.Concat(Enumerable.Repeat("not ", random.Next(300))),
        2 => $" in ({string.Join(',', Enumerable.Range(0, random.Next(300)))})",
        3 => string.Concat(Enumerable.Repeat(" or true", random.Next(400))),
        _ => new string((char)random.Next(32, 127), random.Next(3_000)),
    };

    /// <summary>Wrong, doubled and overlong percent signs.</summary>
    private static string Escaped(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var escaped = new StringBuilder(bytes.Length * 3);
        foreach (var one in bytes)
        {
            if (random.Next(30) == 0) escaped.Append(random.Next(4) switch { 0 => "%", 1 => "%zz", 2 => "%C0%80", _ => "%FF" });
            else if (one is > 32 and < 127 and not (byte)'%' and not (byte)'#') escaped.Append((char)one);
            else escaped.Append('%').Append(one.ToString("X2", null));
        }
        return escaped.ToString();
    }
}
