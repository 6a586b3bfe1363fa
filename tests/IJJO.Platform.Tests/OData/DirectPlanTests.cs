using IJJO.Platform.OData;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace IJJO.Platform.Tests.OData;

/// <summary>Rows are read past EF Core only where it would do nothing but put columns into members.</summary>
public sealed class DirectPlanTests : IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;

    public async ValueTask InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(await TestServer.NewDatabaseAsync());
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.Notes.AddRange(new Note { Id = 1, Text = "one", Tone = Tone.Loud }, new Note { Id = 2, Text = null, Tone = Tone.Quiet });
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    [Fact]
    public async Task Plain_columns_are_read_directly()
    {
        await using var db = Open();
        var plan = await PlanAsync(db, db.Notes.OrderBy(note => note.Id).Select(note => new NoteRow { Id = note.Id, Text = note.Text }));

        var rows = new List<NoteRow>();
        await plan!.ReadAsync(db, [], rows, TestContext.Current.CancellationToken);
        Assert.Equal([(1, "one"), (2, null)], rows.Select(row => (row.Id, row.Text)));
    }

    [Fact]
    public async Task What_is_computed_after_the_answer_is_left_to_EF_Core()
    {
        await using var db = Open();
        Assert.Null(await PlanAsync(db, db.Notes.OrderBy(note => note.Id).Select(note => new NoteRow { Id = note.Id, Text = Loud(note.Text) })));
    }

    [Fact]
    public async Task A_member_of_another_type_than_its_column_is_left_to_EF_Core()
    {
        await using var db = Open();
        Assert.Null(await PlanAsync(db, db.Notes.OrderBy(note => note.Id).Select(note => new ToneRow { Id = note.Id, Tone = note.Tone })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_context_whose_questions_or_rows_are_watched_is_left_to_EF_Core(bool questions)
    {
        await using var db = Open(options => options.AddInterceptors(questions ? new Watching() : new Changing()));
        Assert.Null(await PlanAsync(db, db.Notes.OrderBy(note => note.Id).Select(note => new NoteRow { Id = note.Id, Text = note.Text })));
    }

    private Task<DirectPlan<TRow>?> PlanAsync<TRow>(NoteDb db, IQueryable<TRow> query) where TRow : class => DirectPlan<TRow>.OfAsync(
        new PlanShape(10, "en", null, false, db.Model), new AskedReader(null!), db, _source, query, [], RowShape.Of(typeof(TRow)).Properties.Select(property => property.Info), TestContext.Current.CancellationToken);

    private NoteDb Open(Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<NoteDb>().UseNpgsql(_source).UseSnakeCaseNamingConvention();
        configure?.Invoke(options);
        return new NoteDb(options.Options);
    }

    private static string? Loud(string? text) => text?.ToUpperInvariant();

    private enum Tone { Quiet, Loud }

    private sealed class NoteDb(DbContextOptions<NoteDb> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>().Property(note => note.Tone).HasConversion<string>();
    }

    private sealed class Note
    {
        public int Id { get; init; }
        public string? Text { get; init; }
        public Tone Tone { get; init; }
    }

    private sealed class NoteRow
    {
        public int Id { get; init; }
        public string? Text { get; init; }
    }

    private sealed class ToneRow
    {
        public int Id { get; init; }
        public Tone Tone { get; init; }
    }

    private sealed class Watching : DbCommandInterceptor;

    private sealed class Changing : IMaterializationInterceptor;
}
