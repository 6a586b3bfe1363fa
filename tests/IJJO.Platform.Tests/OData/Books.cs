namespace IJJO.Platform.Tests.OData;

/// <summary>Rows with every kind of value, many alike, from a fixed seed.</summary>
internal static class Books
{
    public const int Count = 347;
    private static readonly string[] Words = ["niñez", "justice", "García", "mediación", "children", "détention", "école", "restorative", "O'Brien", "日本", "prison", "prisiones"];
    private static readonly string[] Shelves = ["A", "B", "C", "d", "É"];

    public static async Task SeedAsync(ShelfDb db)
    {
        await db.Database.EnsureCreatedAsync();
        var random = new Random(20_260_101);
        string Some(string[] from) => from[random.Next(from.Length)];
        for (var i = 0; i < Count; i++)
        {
            db.Books.Add(new Book
            {
                Title = $"{Some(Words)} {Some(Words)} {random.Next(5)}",
                Subtitle = random.Next(3) == 0 ? null : Some(Words),
                Shelf = Some(Shelves),
                Pages = random.Next(12) * 10,
                Price = random.Next(10) / 4m,
                Weight = random.Next(4) == 0 ? null : random.Next(6) / 2d,
                Lent = random.Next(2) == 0,
                Binding = (Binding)random.Next(3),
                BoughtAt = new DateTimeOffset(2025, 1 + random.Next(12), 1 + random.Next(28), random.Next(24), 0, 0, TimeSpan.Zero),
                ReturnedAt = random.Next(2) == 0 ? null : new DateTimeOffset(2026, 1 + random.Next(6), 1, 0, 0, 0, TimeSpan.Zero).AddTicks(random.Next(100) * 10),
                Printed = new DateOnly(2000 + random.Next(20), 1, 1),
                Opens = i % 3 == 0 ? null : new TimeOnly(i % 24, i % 4 * 15).Add(TimeSpan.FromMilliseconds(i % 2)),
                Topics = [.. Words.Where(_ => random.Next(6) == 0)],
                Owner = i % 10 == 0 ? "eva" : "ana",
                Secret = $"secret-{i}",
            });
        }
        db.Loans.AddRange(Loans.Of(db.Books.Local));
        db.Marks.AddRange(new Mark { Zone = "z", Area = 1, Note = "one" }, new Mark { Zone = "a", Area = 2, Note = "two" });
        await db.SaveChangesAsync();
    }
}
