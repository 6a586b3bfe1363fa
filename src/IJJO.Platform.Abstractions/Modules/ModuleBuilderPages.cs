using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;

namespace IJJO.Platform;

/// <content>What people and other programs see of a module.</content>
public static partial class ModuleBuilderExtensions
{
    /// <summary>The assembly's Razor components with <c>@page</c> become pages of the site.</summary>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.Pages()</code></example>
    public static IModuleBuilder Pages(this IModuleBuilder module) => module.Declare(new PagesDeclaration());

    /// <summary>Maps addresses that answer with something other than a page: a download, a feed, a calendar.</summary>
    /// <param name="module">The builder.</param>
    /// <param name="map">
    /// Maps them, once, when the host has been built. Keep to <c>/{lang}/…</c> for readers, <c>/staff/…</c> for staff (with <c>RequireAuthorization("permission.key")</c>)
    /// and <c>/modules/{key}/…</c> for everything else.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.Endpoints(routes =&gt; routes.MapGet("/{lang}/feed.atom", AtomFeed.WriteAsync))</code></example>
    public static IModuleBuilder Endpoints(this IModuleBuilder module, Action<IEndpointRouteBuilder> map) => module.Declare(new EndpointsDeclaration(map));

    /// <summary>
    /// Offers a read model at <c>/odata/{key}/{name}</c> and, for staff, as a list and record page at <c>/staff/{key}/{name}</c>.
    /// </summary>
    /// <typeparam name="TContext">The module's context.</typeparam>
    /// <typeparam name="TRow">A flat class with a <c>[Key]</c>; what a reader may not see is not in it.</typeparam>
    /// <param name="module">The builder.</param>
    /// <param name="name">The set's name, a plural in Pascal case.</param>
    /// <param name="query">
    /// The query; the reader's row rights are part of it. It depends on nothing but its two arguments: one that is asked often is kept for up to a minute, for
    /// readers who give it the same answers. What changes with time belongs into the query (<c>row.EndsAt &gt; DateTimeOffset.UtcNow</c>), where PostgreSQL knows it.
    /// </param>
    /// <param name="permission">Who may read; <c>null</c> for everybody, also without signing in.</param>
    /// <param name="describe">How the set is shown and what can be done with it.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.EntitySet&lt;SubmissionsDb, ProposalRow&gt;("Proposals", ProposalRow.Query, SubmissionsPermissions.Read, ProposalBoard.Describe)</code></example>
    public static IModuleBuilder EntitySet<TContext, TRow>(
        this IModuleBuilder module, string name, Func<TContext, ICurrentUser, IQueryable<TRow>> query, string? permission, Action<Board<TRow>> describe)
        where TContext : ModuleDbContext where TRow : class
    {
        var board = new Board<TRow>();
        describe(board);
        return module.Declare(new EntitySetDeclaration(new EntitySet(
            name, typeof(TRow), typeof(TContext), (db, user) => query((TContext)db, user), permission, board.Description)));
    }

    /// <summary>Places a component into a slot of another page, for example a block on the home page or a panel on the case page.</summary>
    /// <typeparam name="TComponent">The component; on the case page it gets a parameter <c>CaseId</c>.</typeparam>
    /// <param name="module">The builder.</param>
    /// <param name="slot">One of <see cref="Slots"/>.</param>
    /// <param name="order">Lower comes first.</param>
    /// <param name="permission">Who sees it; <c>null</c> for everybody who sees the page.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.Slot&lt;CasePanel&gt;(Slots.Case, order: 10, SubmissionsPermissions.Read)</code></example>
    public static IModuleBuilder Slot<TComponent>(this IModuleBuilder module, string slot, int order = 100, string? permission = null)
        where TComponent : IComponent => module.Declare(new SlotDeclaration(slot, typeof(TComponent), order, permission));

    /// <summary>Adds a link to the public navigation.</summary>
    /// <param name="module">The builder.</param>
    /// <param name="textKey">The key of its text in the module's resources.</param>
    /// <param name="path">The path, for example <c>/{lang}/collaborate</c>.</param>
    /// <param name="order">Lower comes first.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.PublicLink("nav.collaborate", "/{lang}/collaborate", order: 10)</code></example>
    public static IModuleBuilder PublicLink(this IModuleBuilder module, string textKey, string path, int order = 100) =>
        module.Declare(new LinkDeclaration(NavigationArea.Public, textKey, path, order, null));

    /// <summary>Adds a link to the staff navigation, for a page that is not an entity set's list (those appear by themselves).</summary>
    /// <param name="module">The builder.</param>
    /// <param name="textKey">The key of its text in the module's resources.</param>
    /// <param name="path">The path, for example <c>/staff/outreach/outbox</c>.</param>
    /// <param name="permission">Who sees it.</param>
    /// <param name="order">Lower comes first.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.StaffLink("link.queue", "/staff/evaluation/queue", EvaluationPermissions.Assess, 10)</code></example>
    public static IModuleBuilder StaffLink(this IModuleBuilder module, string textKey, string path, string permission, int order = 100) =>
        module.Declare(new LinkDeclaration(NavigationArea.Staff, textKey, path, order, permission));
}
