using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IJJO.Platform.OData;

/// <summary>A command record as a form or a body fills it.</summary>
internal sealed record CommandShape(Type Command, IReadOnlyList<CommandMember> Members)
{
    public static CommandShape Of(Type command)
    {
        var nullability = new NullabilityInfoContext();
        var parameters = command.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()?.GetParameters() ?? [];
        var members = command.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property =>
            {
                var parameter = parameters.FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));
                var mayBeNull = nullability.Create(property).WriteState == NullabilityState.Nullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;
                var optional = mayBeNull || (parameter is not null ? parameter.HasDefaultValue : !property.IsDefined(typeof(RequiredMemberAttribute)));
                // An attribute on a positional record's parameter stays on the parameter.
                var rules = property.GetCustomAttributes<ValidationAttribute>().Concat(parameter?.GetCustomAttributes<ValidationAttribute>() ?? []);
                return new CommandMember(property, optional, mayBeNull, [.. rules.DistinctBy(rule => rule.GetType())]);
            });
        return new(command, [.. members]);
    }
}

/// <summary>One member of a command.</summary>
internal sealed record CommandMember(PropertyInfo Info, bool IsOptional, bool MayBeNull, IReadOnlyList<ValidationAttribute> Rules)
{
    public string Name => Info.Name;

    public Type Type => Info.PropertyType;
}
