using IJJO.Platform.OData;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Boards;

/// <summary>What the pages of a set have in common: the set from the address, and whether this reader may see it.</summary>
public abstract class BoardPage : ComponentBase
{
    [Parameter] public string Module { get; set; } = "";

    [Parameter] public string Set { get; set; } = "";

    [CascadingParameter] private protected HttpContext? Http { get; set; }

    [Inject] private protected IServiceProvider Services { get; set; } = null!;

    [Inject] private protected NavigationManager Addresses { get; set; } = null!;

    private protected CancellationToken Cancel => Http?.RequestAborted ?? default;

    private protected BoardReaders Readers => (BoardReaders)Services.GetService(typeof(BoardReaders))!;

    /// <summary>The set, or <c>null</c> where this reader gets none: the answer then is 404 or 403.</summary>
    private protected ServedSet? Open()
    {
        if (Readers.Find(Module, Set) is not { } set)
        {
            Addresses.NotFound();
            return null;
        }
        if (Readers.MayRead(set)) return set;
        Http!.Response.StatusCode = StatusCodes.Status403Forbidden;
        return null;
    }
}
