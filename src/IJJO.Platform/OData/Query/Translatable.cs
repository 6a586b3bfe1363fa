namespace IJJO.Platform.OData;

/// <summary>Brings what the library's binders made into forms that Npgsql takes and PostgreSQL runs well.</summary>
internal static class Translatable
{
    public static IQueryable<T> Of<T>(IQueryable<T> query) => (IQueryable<T>)Of((IQueryable)query);

    public static IQueryable Of(IQueryable query) => TimesOfDay.Apply(DateRanges.Apply(DayLists.Apply(UtcLiterals.Apply(query))));
}
