using System.Globalization;
using Microsoft.Extensions.Localization;
using Xunit;

namespace IJJO.Platform.Web.Tests;

public sealed class ApplyTests
{
    private readonly FormState state = new();

    public ApplyTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");

    [Fact]
    public void Success_leaves_no_error()
    {
        Assert.True(state.Apply(Result.Ok(), new Texts()));
        Assert.False(state.HasErrors);
    }

    [Fact]
    public void The_platforms_codes_are_said_by_the_platform_and_the_others_by_the_module()
    {
        var result = Result.Invalid(new FieldError("Name", FieldErrors.TooLong, 80), new FieldError("Call", "submissions.call-closed", "2026"));

        Assert.False(state.Apply(result, new Texts()));

        Assert.Equal([new FormError("Name", "Utilisez au plus 80 caractères."), new FormError("Call", "submissions.call-closed(2026)")], state.Errors);
    }

    [Fact]
    public void A_refusal_belongs_to_the_form_as_a_whole()
    {
        state.Apply(Result.Refused("submissions.already-decided"), new Texts());

        Assert.Equal(["submissions.already-decided()"], state.ErrorsOf(""));
    }

    private sealed class Texts : IStringLocalizer
    {
        public LocalizedString this[string name] => this[name, []];
        public LocalizedString this[string name, params object[] arguments] => new(name, $"{name}({string.Join(", ", arguments)})");
        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
