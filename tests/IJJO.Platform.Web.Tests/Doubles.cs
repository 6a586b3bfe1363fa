namespace IJJO.Platform.Web.Tests;

internal sealed class Site : ISite
{
    public Organisation Organisation { get; } = new(
        new Dictionary<string, string> { ["en"] = "Observatory of Examples", ["es"] = "Observatorio de Ejemplos" }, "OBS", "", "", "", "contact@example.org", new Dictionary<string, string>());

    public IReadOnlyList<string> Languages => ["en", "es", "fr"];

    public Uri Address(string path) => new("https://example.org" + path);
}

internal sealed record Reader(string Language) : ICurrentUser
{
    public Guid? StaffId => Guid.Empty;
    public Guid? PartyId => null;
    public string Name => "Amina Diallo";
    public bool Has(string permission) => permission == "submissions.read";
}

internal sealed class Catalog : IModuleCatalog
{
    public IReadOnlyList<ModuleInfo> Running { get; } =
    [
        new("submissions", "Submissions", "1.0.0", typeof(Text).Assembly,
        [
            new LinkDeclaration(NavigationArea.Public, "layout.privacy", "/{lang}/collaborate", 10, null),
            new LinkDeclaration(NavigationArea.Staff, "layout.menu", "/staff/inbox", 10, "submissions.read"),
            new SlotDeclaration(Slots.Case, typeof(Markdown), 20, null),
            new SlotDeclaration(Slots.Case, typeof(EmptyState), 10, "submissions.read"),
            new SlotDeclaration(Slots.Case, typeof(ThemeSwitch), 5, "submissions.erase"),
            new LinkDeclaration(NavigationArea.Staff, "layout.account", "/staff/secret", 11, "submissions.erase"),
        ]),
        new("empty", "Nothing to see", "1.0.0", typeof(Catalog).Assembly, [new LinkDeclaration(NavigationArea.Staff, "any", "/staff/any", 1, "empty.read")]),
    ];

    public IReadOnlyList<ModuleOff> Off => [];
}

internal sealed class Terms : IVocabularies
{
    IReadOnlyList<Term> IVocabularies.Terms(string vocabulary) => vocabulary == Vocabulary.Country
        ? [Of("ZM", null, "Zambia"), Of("ET", null, "Éthiopie"), Of("ES", null, "Espagne")]
        : [Of("diversion", null, "Diversion"), Of("restorative", "diversion", "Restorative justice"), Of("age", null, "Minimum age")];

    public Term? Find(string vocabulary, string id) => ((IVocabularies)this).Terms(vocabulary).FirstOrDefault(term => term.Id == id);

    private static Term Of(string id, string? parent, string label) =>
        new("", id, parent, new Dictionary<string, string> { ["en"] = label }, new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>(), true);
}
