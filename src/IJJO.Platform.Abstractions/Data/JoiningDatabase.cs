using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace IJJO.Platform;

/// <summary>
/// A transaction that is begun inside another one is a savepoint of it: a handler that wants all of its own saves or none works the same by itself and
/// among others in one transaction. Entity Framework alone would refuse the second transaction.
/// </summary>
internal sealed class JoiningDatabase(DbContext db) : DatabaseFacade(db)
{
    public override IDbContextTransaction BeginTransaction() =>
        CurrentTransaction is { } open ? Savepoint.Begin(open) : base.BeginTransaction();

    public override async Task<IDbContextTransaction> BeginTransactionAsync(CancellationToken cancellationToken = default) =>
        CurrentTransaction is { } open ? await Savepoint.BeginAsync(open, cancellationToken) : await base.BeginTransactionAsync(cancellationToken);

    private sealed class Savepoint(IDbContextTransaction open) : IDbContextTransaction
    {
        private readonly string _name = $"joined_{Guid.CreateVersion7():N}";
        private bool _isOver;

        public Guid TransactionId => open.TransactionId;

        public static Savepoint Begin(IDbContextTransaction open)
        {
            var savepoint = new Savepoint(open);
            open.CreateSavepoint(savepoint._name);
            return savepoint;
        }

        public static async Task<Savepoint> BeginAsync(IDbContextTransaction open, CancellationToken cancel)
        {
            var savepoint = new Savepoint(open);
            await open.CreateSavepointAsync(savepoint._name, cancel);
            return savepoint;
        }

        public void Commit()
        {
            open.ReleaseSavepoint(_name);
            _isOver = true;
        }

        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            await open.ReleaseSavepointAsync(_name, cancellationToken);
            _isOver = true;
        }

        public void Rollback()
        {
            open.RollbackToSavepoint(_name);
            _isOver = true;
        }

        public async Task RollbackAsync(CancellationToken cancellationToken = default)
        {
            await open.RollbackToSavepointAsync(_name, cancellationToken);
            _isOver = true;
        }

        public void Dispose()
        {
            if (!_isOver) Rollback();
        }

        public async ValueTask DisposeAsync()
        {
            if (!_isOver) await RollbackAsync();
        }
    }
}
