using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace IJJO.Platform.Web.Tests;

public sealed class BindingTests
{
    public enum Colour { Red, Green }

    public sealed record Everything(
        string Name, string? Note, int Count, decimal? Weight, bool Agreed, Guid? Id, Colour? Colour, DateOnly? Day, DateTimeOffset? Moment, IReadOnlyList<string> Themes)
    {
        public double Ratio { get; init; } = 0.5;
        public List<int> Scores { get; init; } = [];
        public int[]? Ranks { get; set; }
        public IFormFile? File { get; init; }
    }

    public BindingTests() => CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Every_supported_type_is_bound()
    {
        var id = Guid.CreateVersion7();
        var state = Posted(("Name", "  María  "), ("Note", ""), ("Count", "12"), ("Weight", "1,5"), ("Agreed", "true"), ("Id", id.ToString()), ("Colour", "green"),
            ("Day", "2026-03-31"), ("Moment", "2026-03-31T09:00"), ("Ratio", "0.25"));
        state.Set("Themes", "a", "b");
        state.Set("Scores", "1", "2");

        var bound = state.Bind<Everything>();

        Assert.NotNull(bound);
        Assert.Equal("María", bound.Name);
        Assert.Null(bound.Note);
        Assert.Equal((12, 1.5m, true, id, Colour.Green), (bound.Count, bound.Weight, bound.Agreed, bound.Id, bound.Colour));
        Assert.Equal(new DateOnly(2026, 3, 31), bound.Day);
        Assert.Equal(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero), bound.Moment);
        Assert.Equal(["a", "b"], bound.Themes);
        Assert.Equal(0.25, bound.Ratio);
        Assert.Equal([1, 2], bound.Scores);
        Assert.Null(bound.Ranks);
    }

    [Fact]
    public void What_the_form_does_not_have_keeps_its_default()
    {
        var bound = Posted(("Name", "x"), ("Count", "1")).Bind<Everything>();

        Assert.Equal(0.5, bound!.Ratio);
        Assert.False(bound.Agreed);
        Assert.Empty(bound.Themes);
    }

    [Theory]
    [InlineData("Count", "twelve", "Write a whole number, for example 12.")]
    [InlineData("Count", "1.5", "Write a whole number, for example 12.")]
    [InlineData("Count", "99999999999", "Write a whole number, for example 12.")]
    [InlineData("Weight", "1.000,5", "Write a number, for example 12.")]
    [InlineData("Ratio", "NaN", "Write a number, for example 12.")]
    [InlineData("Agreed", "perhaps", "Answer yes or no.")]
    [InlineData("Id", "42", "This reference is not valid. Go back and choose it again.")]
    [InlineData("Colour", "1", "Choose one of the options offered.")]
    [InlineData("Colour", "Blue", "Choose one of the options offered.")]
    [InlineData("Day", "31.3.2026", "Write a date as year-month-day, for example 2026-03-31.")]
    [InlineData("Day", "2026-02-30", "Write a date as year-month-day, for example 2026-03-31.")]
    [InlineData("Moment", "tomorrow", "Write a date and a time, for example 2026-03-31T09:00.")]
    [InlineData("Scores", "one", "Write a whole number, for example 12.")]
    [InlineData("Name", "   ", "Fill in this field.")]
    public void A_value_that_does_not_fit_is_named_and_kept(string field, string typed, string message)
    {
        var state = Posted(("Name", "María"), ("Count", "3"), ("Note", "kept"));
        state.Set(field, typed);

        Assert.Null(state.Bind<Everything>());

        Assert.Equal([message], state.ErrorsOf(field));
        Assert.Single(state.Errors);
        Assert.Equal(typed, state.Value(field));
        Assert.Equal("kept", state.Value("Note"));
    }

    [Fact]
    public void All_errors_are_found_at_once_and_said_in_the_readers_language()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        var state = Posted(("Name", ""), ("Count", "x"));

        Assert.Null(state.Bind<Everything>());

        Assert.Equal([new FormError("Name", "Complete este campo."), new FormError("Count", "Escriba un número entero, por ejemplo 12.")], state.Errors);
    }

    [Fact]
    public void A_time_without_an_offset_is_read_on_the_clock_of_the_form()
    {
        var state = Posted(("Name", "x"), ("Count", "1"), ("Moment", "2026-07-01T09:00"));
        state.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid");

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero), state.Bind<Everything>()!.Moment);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_refused()
    {
        var state = Posted(("Name", "x"), ("Count", "1"), ("Moment", "2026-03-29T02:30"));
        state.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid");

        Assert.Null(state.Bind<Everything>());
    }

    [Fact]
    public void A_file_is_bound_by_the_name_of_its_field()
    {
        var file = new FormFile(new MemoryStream([1, 2, 3]), 0, 3, "File", "a.pdf");
        var state = FormState.From(new FormCollection(new Dictionary<string, StringValues> { ["Name"] = "x", ["Count"] = "1" }, new FormFileCollection { file }));

        Assert.Same(file, state.Bind<Everything>()!.File);
    }

    [Fact]
    public void What_a_model_shows_binds_again_to_the_same_values()
    {
        var before = new Everything("María", null, 3, 1.25m, true, Guid.CreateVersion7(), Colour.Red, new(2026, 1, 2), new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), ["a", "b"]) { Scores = [4, 5] };

        var after = FormState.From(before).Bind<Everything>();

        Assert.Equivalent(before, after);
    }

    private static FormState Posted(params (string Name, string Value)[] fields) =>
        FormState.From(new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))));
}
