using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Pages;

/// <summary>What the pages below <c>/{lang}/groups/{slug}</c> have in common: the group, and what the reader may do in it.</summary>
public abstract class GroupPageBase : ComponentBase
{
    [Parameter] public string Lang { get; set; } = "";
    [Parameter] public string Slug { get; set; } = "";

    /// <summary>What has just been done, for the notice after the redirect.</summary>
    [SupplyParameterFromQuery] public string? Done { get; set; }

    [CascadingParameter] private protected HttpContext Http { get; set; } = null!;
    [Inject] private protected WorkingGroupsDb Db { get; set; } = null!;
    [Inject] private protected GroupAccess GroupAccess { get; set; } = null!;
    [Inject] private protected ICurrentUser Current { get; set; } = null!;
    [Inject] private protected NavigationManager Navigation { get; set; } = null!;
    [Inject] private protected IVocabularies Vocabularies { get; set; } = null!;

    /// <summary>Empty until it and what belongs to the page are read; the page then shows nothing.</summary>
    private protected Group? Group { get; private set; }

    private protected Access Rights { get; private set; } = new(false, false, null);

    private protected string Path => $"/{Lang}/groups/{Slug}";

    /// <summary>Whether the page is for members and the staff who lead the group.</summary>
    private protected virtual bool MembersOnly => false;

    private protected bool MayRead => !MembersOnly || Rights.Reads;

    protected sealed override async Task OnInitializedAsync()
    {
        var group = await Db.Groups.AsNoTracking().AsSplitQuery().Include(g => g.Charter).Include(g => g.Milestones).FirstOrDefaultAsync(g => g.Slug == Slug);
        if (group is not null) Rights = await GroupAccess.ToAsync(group, Http.RequestAborted);
        if (group is null || !(group.IsPublic || Rights.Reads))
        {
            Navigation.NotFound();
            return;
        }
        if (!MayRead) Http.Response.StatusCode = StatusCodes.Status403Forbidden;
        else await LoadAsync(group);
        // Last: a page is drawn at any wait, and what is in it takes what it is given first.
        Group = group;
    }

    private protected virtual Task LoadAsync(Group group) => Task.CompletedTask;

    /// <summary>Leads to a page of the group, so that reloading it sends nothing again.</summary>
    private protected void GoTo(string path, string? done = null) => Navigation.NavigateTo(done is null ? Path + path : $"{Path}{path}?done={done}");
}
