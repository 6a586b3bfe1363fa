using System.Text.RegularExpressions;

namespace IJJO.Submissions.Intake;

/// <summary>
/// Notices free text that may tell of an identifiable child, so that a person reads it before anybody else does. It looks for the marks that case
/// notes have in English, Spanish and French; a false alarm costs a glance, and a text is never refused for it.
/// </summary>
internal static partial class Safeguarding
{
    public static IEnumerable<string> Check(params string?[] texts)
    {
        var text = string.Join('\n', texts);
        if (ChildAndAge().IsMatch(text)) yield return "child-and-age";
        if (BirthDate().IsMatch(text)) yield return "birth-date";
        if (CaseNumber().IsMatch(text)) yield return "case-number";
    }

    // "Ana Ruiz, de 14 años", "J. M. (15 years old)", "Karim, 16 ans", "15-year-old Liam"
    [GeneratedRegex(
        @"(?:\b\p{Lu}(?:\p{Ll}+|\.))(?:[ -]?\p{Lu}(?:\p{Ll}+|\.))*\s*[,(]\s*(?:(?i:aged|who is|de|âgée?\s+de|qui a|que tiene)\s+)?(?:[1-9]|1[0-7])\s*(?i:years?(?:[ -]old)?|años|ans)\b" +
        @"|\b(?:[1-9]|1[0-7])[- ]year[- ]old\s+(?:(?:boy|girl|child)\s+(?:named|called)\s+)?\p{Lu}\p{Ll}+")]
    private static partial Regex ChildAndAge();

    [GeneratedRegex(@"\b(?:date of birth|born on|d\.o\.b\.?|fecha de nacimiento|nacid[oa] el|date de naissance|née? le)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BirthDate();

    [GeneratedRegex(
        @"\b(?:case|docket|file|expediente|causa|diligencias|procedimiento|dossier|affaire|procédure)\s*(?:no\b\.?|number|n[úu]m(?:ero|\.)?|n\.?[º°]\.?|numéro|#)\s*:?\s*[\w/.-]*\d",
        RegexOptions.IgnoreCase)]
    private static partial Regex CaseNumber();
}
