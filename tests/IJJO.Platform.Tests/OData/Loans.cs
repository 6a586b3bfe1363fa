using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Tests.OData;

public sealed class Loan
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid BookId { get; init; }
    public required string Reader { get; init; }
    public DateOnly Day { get; init; }
    public decimal? Fine { get; init; }
}

/// <summary>Who had a book; without a permission of their own, readers see only theirs.</summary>
public sealed class LoanRow
{
    [Key] public Guid Id { get; init; }
    public Guid BookId { get; init; }
    public string Reader { get; init; } = "";
    public DateOnly Day { get; init; }
    public decimal? Fine { get; init; }
    public int Marks { get; init; }

    public static IQueryable<LoanRow> Query(ShelfDb db, ICurrentUser user) =>
        db.Loans.AsNoTracking().Where(l => user.Has("fixture.all") || l.Reader == user.Name)
            .Select(l => new LoanRow { Id = l.Id, BookId = l.BookId, Reader = l.Reader, Day = l.Day, Fine = l.Fine, Marks = db.Marks.Count() });

    public static void Describe(Board<LoanRow> board) => board
        .Search(l => l.Reader)
        .OrderBy("Day desc")
        .RelatedOne<BookRow>("Book", "Books", b => b.Id, l => l.BookId)
        // The row has a property of that name.
        .Related<MarkRow>("Marks", m => m.Zone, l => l.Reader);
}

internal static class Loans
{
    public const int Books = 12, MostOfOne = 130;

    /// <summary>The first book was had by nobody, the next by one reader, and so on; the last one by more than fit on a page.</summary>
    public static IEnumerable<Loan> Of(IEnumerable<Book> books)
    {
        foreach (var (number, book) in books.OrderBy(b => b.Id).Take(Books).Index())
        {
            for (var i = 0; i < (number == Books - 1 ? MostOfOne : number); i++)
                yield return new Loan { BookId = book.Id, Reader = i % 2 == 0 ? "ana" : "eva", Day = new DateOnly(2026, 1, 1).AddDays(i), Fine = i % 3 == 0 ? null : i / 4m };
        }
    }
}
