using System.Reflection;
using System.Text.RegularExpressions;

namespace IJJO.Platform.Architecture.Tests.Data;

/// <summary>Whoever keeps what names or reaches a person says why, on which basis and for how long.</summary>
internal static partial class PersonalProperties
{
    /// <summary>What only looks personal, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["IJJO.Platform.Timeline.TimelineRow.Name"] = "the name of an event",
    };

    /// <summary>Texts that name or reach a person, in entities that have to do with one.</summary>
    internal static IEnumerable<string> Unclassified(ModuleInfo module) => Models.Of(module, (_, context) =>
        from entity in context.Model.GetEntityTypes()
        where entity.ClrType.Assembly == module.Assembly
        let concernsAPerson = entity.GetProperties().Any(p => OfAPerson().IsMatch(p.Name))
        from property in entity.GetProperties()
        where property.ClrType == typeof(string) && property.PropertyInfo is not null
        where Reaches().IsMatch(property.Name) || (concernsAPerson && Names().IsMatch(property.Name))
        where property.PropertyInfo!.GetCustomAttribute<PersonalAttribute>() is null
        select $"{entity.ClrType.FullName}.{property.Name} of {module.Key} looks personal and has no [Personal(purpose, basis, days)].");

    [GeneratedRegex("^(PartyId|Email|EvaluatorId|MemberId)$")]
    private static partial Regex OfAPerson();

    /// <summary>Personal wherever it stands.</summary>
    [GeneratedRegex("(Email|EmailAddress|ToAddress|Phone|Pseudonym|SenderName|PersonName|EvaluatorName|ToName)$")]
    private static partial Regex Reaches();

    /// <summary>Personal in the record of a person; elsewhere a name may be a group's.</summary>
    [GeneratedRegex("^(Name|FirstName|LastName|FullName|DisplayName|EntityName|Recipient|Address)$")]
    private static partial Regex Names();
}
