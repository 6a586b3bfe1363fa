namespace IJJO.Platform;

/// <summary>Somebody who has not signed in.</summary>
internal sealed class Visitor : ICurrentUser
{
    public Guid? StaffId => null;
    public Guid? PartyId => null;
    public string Name => "";
    public string Language => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    public bool Has(string permission) => false;
}
