using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Tests.OData;

public sealed record SameShelf(Guid BookId, [Range(0, 10_000)] int MinPages = 0);

internal sealed class SameShelfHandler(ShelfDb db) : IRowsHandler<SameShelf, BookRow>
{
    public IQueryable<BookRow> Handle(SameShelf query, IQueryable<BookRow> rows) =>
        rows.Where(b => b.Id != query.BookId && b.Pages >= query.MinPages && db.Books.Any(one => one.Id == query.BookId && one.Shelf == b.Shelf));
}

public sealed record LoansOfShelf(string Shelf);

internal sealed class LoansOfShelfHandler(ShelfDb db) : IRowsHandler<LoansOfShelf, LoanRow>
{
    public IQueryable<LoanRow> Handle(LoansOfShelf query, IQueryable<LoanRow> rows) => rows.Where(l => db.Books.Any(b => b.Id == l.BookId && b.Shelf == query.Shelf));
}

public sealed record PagesOfShelf(string Shelf);

internal sealed class PagesOfShelfHandler(ShelfDb db) : IQueryHandler<PagesOfShelf, int>
{
    public Task<int> Handle(PagesOfShelf query, CancellationToken cancel) => db.Books.Where(b => b.Shelf == query.Shelf).SumAsync(b => b.Pages, cancel);
}

public sealed record PagesPrinted(DateOnly From, DateOnly To, Binding[]? Bindings = null);

internal sealed class PagesPrintedHandler(ShelfDb db) : IQueryHandler<PagesPrinted, int>
{
    public Task<int> Handle(PagesPrinted query, CancellationToken cancel) =>
        db.Books.Where(b => b.Printed >= query.From && b.Printed <= query.To && (query.Bindings == null || query.Bindings.Contains(b.Binding))).SumAsync(b => b.Pages, cancel);
}

public sealed record WhoHad(Guid BookId);

public sealed record Borrower(string Reader, int Times, DateOnly Last);

internal sealed class WhoHadHandler(ShelfDb db) : IQueryHandler<WhoHad, IReadOnlyList<Borrower>>
{
    public async Task<IReadOnlyList<Borrower>> Handle(WhoHad query, CancellationToken cancel) => await db.Loans.Where(l => l.BookId == query.BookId)
        .GroupBy(l => l.Reader).OrderBy(g => g.Key).Select(g => new Borrower(g.Key, g.Count(), g.Max(l => l.Day))).ToListAsync(cancel);
}

public sealed record LastHad(Guid BookId);

internal sealed class LastHadHandler(ShelfDb db) : IQueryHandler<LastHad, Borrower?>
{
    public Task<Borrower?> Handle(LastHad query, CancellationToken cancel) => db.Loans.Where(l => l.BookId == query.BookId)
        .OrderByDescending(l => l.Day).Select(l => new Borrower(l.Reader, 1, l.Day)).FirstOrDefaultAsync(cancel);
}
