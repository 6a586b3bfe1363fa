using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>A file holds what its reader may see, for every list and every role.</summary>
public sealed class ExportTests(SampleSite site)
{
    [Fact]
    public async Task An_export_has_the_rows_that_the_service_gives_the_same_reader()
    {
        var served = site.Served;
        var compared = 0;
        foreach (var who in served.People.Roles.Select(role => served.People[role]).Append(served.People.Everybody).OfType<TestPerson>())
        {
            foreach (var set in served.Sets)
            {
                var keys = string.Join(',', set.Shape.Keys.Select(key => key.Name));
                var csv = await served.GetAsync(who, $"/staff/{set.Module}/{set.Name}/export.csv?cols={keys}&sort={set.Shape.Keys[0].Name}");
                var count = await served.GetAsync(who, $"/odata/{set.Module}/{set.Name}/$count");
                Assert.Equal((who.Name, set.Name, count.Status), (who.Name, set.Name, csv.Status));
                if (count.Status != 200) continue;

                var rows = csv.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
                Assert.Equal((who.Name, set.Name, count.Body, count.Body), (who.Name, set.Name, rows.ToString(), csv.Headers["X-Total-Count"].ToString()));
                compared += rows > 0 ? 1 : 0;
            }
        }
        Assert.InRange(compared, 20, int.MaxValue);
    }
}
