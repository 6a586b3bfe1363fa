using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

[assembly: Module("fixture", "Fixture")]

namespace IJJO.Platform.Tests.OData;

public enum Binding { Paper, Cloth, Leather }

public sealed class Book
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public string? Subtitle { get; set; }
    public required string Shelf { get; set; }
    public int Pages { get; set; }
    public decimal Price { get; set; }
    public double? Weight { get; set; }
    public bool Lent { get; set; }
    public Binding Binding { get; set; }
    public DateTimeOffset BoughtAt { get; set; }
    public DateTimeOffset? ReturnedAt { get; set; }
    public DateOnly Printed { get; set; }
    public TimeOnly? Opens { get; set; }
    public string[] Topics { get; set; } = [];
    public string Owner { get; set; } = "";
    public string Secret { get; set; } = "";
    public uint Version { get; private set; }
}

public sealed class Mark
{
    public required string Zone { get; init; }
    public required int Area { get; init; }
    public string Note { get; set; } = "";
}

public sealed class ShelfDb(DbContextOptions<ShelfDb> options) : ModuleDbContext(options)
{
    public DbSet<Book> Books => Set<Book>();
    public DbSet<Mark> Marks => Set<Mark>();
    public DbSet<Loan> Loans => Set<Loan>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Book>().Property(b => b.Version).IsRowVersion();
        model.Entity<Mark>().HasKey(m => new { m.Zone, m.Area });
        // As an encrypted text: what stands in the column is a text too, but not this one.
        model.Entity<Mark>().Property(m => m.Note).HasConversion(note => $"kept {note}", kept => kept.Substring(5));
    }
}

/// <summary>What readers see: nothing of the secret.</summary>
public sealed class BookRow
{
    [Key] public Guid Id { get; init; }
    [Required] public string Title { get; init; } = "";
    public string? Subtitle { get; init; }
    public string Shelf { get; init; } = "";
    public int Pages { get; init; }
    public decimal Price { get; init; }
    public double? Weight { get; init; }
    public bool Lent { get; init; }
    public Binding Binding { get; init; }
    public DateTimeOffset BoughtAt { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public DateOnly Printed { get; init; }
    public TimeOnly? Opens { get; init; }
    public string[] Topics { get; init; } = [];
    [RowVersion] public uint Version { get; init; }

    /// <summary>Somebody with the permission sees all, others their own.</summary>
    public static IQueryable<BookRow> Query(ShelfDb db, ICurrentUser user) =>
        db.Books.AsNoTracking().Where(b => user.Has("fixture.all") || b.Owner == user.Name).Select(b => new BookRow
        {
            Id = b.Id, Title = b.Title, Subtitle = b.Subtitle, Shelf = b.Shelf, Pages = b.Pages, Price = b.Price, Weight = b.Weight, Lent = b.Lent, Binding = b.Binding,
            BoughtAt = b.BoughtAt, ReturnedAt = b.ReturnedAt, Printed = b.Printed, Opens = b.Opens, Topics = b.Topics, Version = b.Version,
        });

    public static void Describe(Board<BookRow> board) => board
        .Title(b => b.Title, b => b.Shelf)
        .Columns(b => b.Title, b => b.Shelf, b => b.Pages, b => b.BoughtAt)
        .Search(b => b.Title, b => b.Subtitle)
        .Filters(b => b.Shelf, b => b.Lent)
        .OrderBy("Title")
        .View("lent", "Lent eq true", "BoughtAt desc")
        .Chart("by-shelf", ChartKind.Bar, b => b.Shelf)
        .Chart("by-week", ChartKind.Weeks, b => b.BoughtAt)
        .Chart("by-month-of-return", ChartKind.Line, b => b.ReturnedAt)
        .Average("weight-by-print", ChartKind.Line, b => b.Printed, b => b.Weight)
        .Figure("lent", "Lent eq true")
        .Trend("bought", b => b.BoughtAt)
        .Trend("printed", b => b.Printed)
        .OnHome("by-week")
        .Facet("about", b => b.Title, b => b.Pages)
        .Action<LendBook>("lend", "fixture.lend", c => c.BookId, when: "Lent eq false", version: c => c.Version)
        .SetAction<CountShelf>("count-shelf", "fixture.lend")
        .Related<LoanRow>("Loans", l => l.BookId, b => b.Id)
        .RowsFunction<SameShelf, BookRow>("same-shelf", "Books", q => q.BookId)
        .RowsFunction<LoansOfShelf, LoanRow>("loans-of-shelf", "Loans")
        .Function<PagesOfShelf, int>("pages")
        .Function<PagesPrinted, int>("pages")
        .Function<WhoHad, IReadOnlyList<Borrower>>("who-had", q => q.BookId, "fixture.lend")
        .Function<LastHad, Borrower?>("last-had", q => q.BookId)
        .Insert<AddBook>("fixture.edit")
        .Update<ChangeBook>("fixture.edit", c => c.Id, c => c.Version)
        .Delete<RemoveBook>("fixture.edit", c => c.Id, c => c.Version);
}

/// <summary>A set with a composite key that is not in alphabetical order, for everybody.</summary>
public sealed class MarkRow
{
    [Key] public string Zone { get; init; } = "";
    [Key] public int Area { get; init; }
    public string Note { get; init; } = "";

    public static IQueryable<MarkRow> Query(ShelfDb db, ICurrentUser user) =>
        db.Marks.AsNoTracking().Select(m => new MarkRow { Zone = m.Zone, Area = m.Area, Note = m.Note });
}

/// <summary>A set that takes longer than anybody may wait.</summary>
public sealed class SlowRow
{
    [Key] public string Id { get; init; } = "";

    public static IQueryable<SlowRow> Query(ShelfDb db, ICurrentUser user) =>
        db.Database.SqlQueryRaw<string>("SELECT pg_sleep(30)::text AS \"Value\"").Select(id => new SlowRow { Id = id });
}
