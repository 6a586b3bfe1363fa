using IJJO.Submissions.Links;
using IJJO.Submissions.Proposals;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace IJJO.Submissions.Pages;

/// <summary>A page behind the mailed link of a proposal. Reading it changes nothing: mail filters open links too.</summary>
public abstract class ProposalPage : ComponentBase
{
    [Parameter] public required string Lang { get; set; }
    [Parameter] public required string Token { get; set; }
    [CascadingParameter] private protected HttpContext Http { get; set; } = null!;
    [Inject] private protected OpenLink Links { get; set; } = null!;
    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    private protected Proposal? Proposal { get; set; }

    private protected string Home => LinkAddresses.Proposal(Lang, Token);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Proposal = await Links.ProposalAsync(Token, Http.RequestAborted);
        if (Proposal is null) Http.SayGone();
        else await LoadAsync(Proposal, Http.RequestAborted);
    }

    private protected virtual Task LoadAsync(Proposal proposal, CancellationToken cancel) => Task.CompletedTask;

    private protected string Part(string name) => LinkAddresses.Proposal(Lang, Token, name);

    private protected void Return(string done) => Navigation.NavigateTo($"{Home}?done={done}");
}
