using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.OData;

namespace IJJO.Platform.Boards;

/// <summary>The saved views of a list as tabs after the shipped ones.</summary>
internal sealed class ViewTabs(FoundViews views)
{
    private const int Most = 12;

    public async Task<IReadOnlyList<Tab>> OfAsync(BoardQuery query, IBoardReader reader, CancellationToken cancel)
    {
        var here = ViewState.Of(query.Query);
        var tabs = new List<Tab>();
        foreach (var view in (await views.SavedAsync(query.Set, cancel)).Take(Most))
            tabs.Add(new(view.Name, view.Path, view.State == here && tabs.All(tab => !tab.IsHere), await CountAsync(view, reader, cancel)));
        return tabs;
    }

    private static async Task<long?> CountAsync(FoundView view, IBoardReader reader, CancellationToken cancel)
    {
        if (!view.Fits) return null;
        try
        {
            return await reader.CountAsync(view.State.Rows(view.Set), cancel);
        }
        catch (Exception refused) when (refused is ODataException || (refused as ODataFault ?? QueryFaults.Translate(refused)) is not null)
        {
            // The list itself says it when it is opened.
            return null;
        }
    }
}
