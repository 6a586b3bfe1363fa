using System.ComponentModel.DataAnnotations;

namespace IJJO.Platform.OData;

/// <summary>Checks the data annotations of a command; on positional records they stand on the parameters, where <see cref="Validator"/> does not look.</summary>
internal static class CommandRules
{
    public static IReadOnlyList<FieldError> Check(object command) => Check(CommandShape.Of(command.GetType()), command);

    public static IReadOnlyList<FieldError> Check(CommandShape shape, object command)
    {
        var context = new ValidationContext(command);
        var errors = new List<FieldError>();
        foreach (var member in shape.Members)
        {
            context.MemberName = member.Name;
            var value = member.Info.GetValue(command);
            var broken = member.Rules.FirstOrDefault(rule => rule.GetValidationResult(value, context) != ValidationResult.Success);
            if (broken is not null) errors.Add(Error(member.Name, broken));
        }
        return errors;
    }

    private static FieldError Error(string member, ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => new(member, FieldErrors.Required),
        MaxLengthAttribute max => new(member, FieldErrors.TooLong, max.Length),
        StringLengthAttribute length => new(member, FieldErrors.TooLong, length.MaximumLength),
        EmailAddressAttribute => new(member, FieldErrors.Email),
        RangeAttribute range => new(member, FieldErrors.Range, range.Minimum, range.Maximum),
        AllowedValuesAttribute => new(member, FieldErrors.Choice),
        MinLengthAttribute => new(member, FieldErrors.Required),
        _ => new(member, rule.ErrorMessage ?? FieldErrors.Format),
    };
}
