using IJJO.Evaluation.Cases;

namespace IJJO.Evaluation.Tests;

public sealed class BlindTexts
{
    [Theory]
    [InlineData("I am Amaia Etxeberria Ruiz of Fundación Puentes.", "I am ▒▒▒ of ▒▒▒.")]
    [InlineData("Ask for AMAIA or ms Etxeberria.", "Ask for ▒▒▒ or ms ▒▒▒.")]
    [InlineData("Write to amaia@puentes.example or see https://puentes.example/us now.", "Write to ▒▒▒ or see ▒▒▒ now.")]
    [InlineData("Call +34 600 123 456.", "Call ▒▒▒.")]
    public void Names_and_addresses_are_blacked_out(string text, string blind) =>
        Assert.Equal(blind, BlindText.Of(text, "Amaia Etxeberria Ruiz", "Fundación Puentes"));

    [Fact]
    public void Words_that_only_contain_a_name_and_years_stay()
    {
        const string text = "Ruizmos is a village; 120 young people, 2019-2024, 3 countries.";
        Assert.Equal(text, BlindText.Of(text, "Amaia Etxeberria Ruiz", null));
    }

    [Fact]
    public void Short_parts_of_a_name_do_not_black_out_ordinary_words() =>
        Assert.Equal("The law of the land, by ▒▒▒.", BlindText.Of("The law of the land, by Li de Law.", "Li de Law", null));

    [Theory]
    [InlineData("ines@gmail.com", null)]
    [InlineData("ines@Puentes.example", "puentes.example")]
    [InlineData("nothing", null)]
    [InlineData(null, null)]
    public void The_large_mail_providers_tell_no_employer(string? address, string? domain) => Assert.Equal(domain, MailDomain.Of(address));
}
