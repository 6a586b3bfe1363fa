using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace IJJO.Platform.OData.Tests;

/// <summary>What waits for a person over all modules, as the staff home of the sample site says it.</summary>
public sealed class StaffHomeTests(SampleSite site)
{
    [Fact]
    public async Task Every_module_says_what_waits_until_when_and_where_it_is_done()
    {
        var who = site.Served.People[Roles.Administrator];
        var home = await site.Served.GetAsync(who, "/staff", ("Accept-Language", "en"));
        var duties = new HtmlParser().ParseDocument(home.Body).QuerySelectorAll(".duties > li").Select(Duty.Of).ToList();

        Assert.Equal(["Evaluation", "Knowledge feed", "Outreach", "Submissions", "Working groups"], duties.Select(duty => duty.Module).Distinct().Order(StringComparer.Ordinal));
        // What has a date comes first, the earliest at the top; every module knows one.
        var dated = duties.TakeWhile(duty => duty.Due is not null).ToList();
        Assert.Equal(dated.Select(duty => duty.Due).Order(), dated.Select(duty => duty.Due));
        Assert.All(duties.Skip(dated.Count), duty => Assert.Null(duty.Due));
        Assert.Equal(5, dated.Select(duty => duty.Module).Distinct().Count());
        Assert.All(duties, duty => Assert.NotEmpty(duty.NextStep));
        foreach (var path in duties.Select(duty => duty.Path).Distinct()) Assert.Equal((200, path), ((await site.Served.GetAsync(who, path)).Status, path));
    }

    private sealed record Duty(string Module, DateTimeOffset? Due, string NextStep, string Path)
    {
        public static Duty Of(IElement item)
        {
            var button = item.QuerySelector("a.button")!;
            var due = item.QuerySelector("time")?.GetAttribute("datetime");
            return new(
                item.QuerySelector(".meta span")!.TextContent, due is null ? null : DateTimeOffset.Parse(due, CultureInfo.InvariantCulture),
                button.FirstChild!.TextContent.Trim(), button.GetAttribute("href")!.Split('#')[0]);
        }
    }
}
