using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Tests.OData;

public sealed record LendBook(Guid BookId, [MaxLength(20)] string To, DateTimeOffset? Until = null, uint? Version = null);

internal sealed class LendBookHandler(ShelfDb db) : ICommandHandler<LendBook>
{
    public async Task<Result> Handle(LendBook command, CancellationToken cancel)
    {
        var book = await db.Books.FindAsync([command.BookId], cancel);
        if (book is null) return Result.NotFound();
        if (book.Lent) return Result.Refused("fixture.already-lent");
        db.Expect(book, command.Version);
        book.Lent = true;
        book.Secret = command.To;
        book.ReturnedAt = command.Until;
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}

public sealed record CountShelf(string Shelf);

internal sealed class CountShelfHandler(ShelfDb db) : ICommandHandler<CountShelf>
{
    public async Task<Result> Handle(CountShelf command, CancellationToken cancel) =>
        Result.Ok(await db.Books.CountAsync(b => b.Shelf == command.Shelf, cancel));
}

public sealed record AddBook([Required, MaxLength(200)] string Title, string Shelf, [Range(1, 10_000)] int Pages = 1, DateTimeOffset? BoughtAt = null, TimeOnly? Opens = null);

internal sealed class AddBookHandler(ShelfDb db, ICurrentUser user) : ICommandHandler<AddBook>
{
    public async Task<Result> Handle(AddBook command, CancellationToken cancel)
    {
        var book = new Book { Title = command.Title, Shelf = command.Shelf, Pages = command.Pages, Owner = user.Name, BoughtAt = command.BoughtAt ?? DateTimeOffset.UnixEpoch, Opens = command.Opens };
        // In two saves, so that it needs a transaction of its own.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Books.Add(book);
        await db.SaveChangesAsync(cancel);
        db.Publish(new BookAdded(book.Id, book.Title));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok(book.Id);
    }
}

[EventName("fixture.book-added.v1")]
public sealed record BookAdded(Guid Id, string Title);

public sealed record ChangeBook(Guid Id, [MaxLength(200)] string Title, int Pages, uint? Version, TimeOnly? Opens = null);

internal sealed class ChangeBookHandler(ShelfDb db) : ICommandHandler<ChangeBook>
{
    public async Task<Result> Handle(ChangeBook command, CancellationToken cancel)
    {
        var book = await db.Books.FindAsync([command.Id], cancel);
        if (book is null) return Result.NotFound();
        db.Expect(book, command.Version);
        (book.Title, book.Pages, book.Opens) = (command.Title, command.Pages, command.Opens);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}

public sealed record RemoveBook(Guid Id, uint? Version);

internal sealed class RemoveBookHandler(ShelfDb db) : ICommandHandler<RemoveBook>
{
    public async Task<Result> Handle(RemoveBook command, CancellationToken cancel) =>
        await db.Books.Where(b => b.Id == command.Id).ExecuteDeleteAsync(cancel) == 0 ? Result.NotFound() : Result.Ok();
}
