using System.Text.Json;
using IJJO.Platform.Events;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform;

/// <summary>The capabilities of a module, one method each.</summary>
/// <example><code>
/// module.Database&lt;SubmissionsDb&gt;()
///     .Permissions(SubmissionsPermissions.All)
///     .Handles&lt;EvaluationDecided, WhenEvaluationDecided&gt;()
///     .Job&lt;SendDraftReminders&gt;("draft-reminders", Cron.Daily())
///     .Pages();
/// </code></example>
public static class ModuleBuilderExtensions
{
    /// <summary>The module keeps data in a schema named after its key; the platform migrates it at start.</summary>
    /// <typeparam name="TContext">The module's context.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder Database<TContext>(this IModuleBuilder module) where TContext : ModuleDbContext =>
        module.Declare(new DatabaseDeclaration(typeof(TContext), (services, options) => services.AddDbContextPool<TContext>(options)));

    /// <summary>The permissions that the module knows. Keys start with the module's key and a dot.</summary>
    /// <param name="module">The builder.</param>
    /// <param name="permissions">The permissions.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder Permissions(this IModuleBuilder module, params IEnumerable<Permission> permissions)
    {
        foreach (var permission in permissions) module.Declare(new PermissionDeclaration(permission));
        return module;
    }

    /// <summary>Reacts to an event, in a transaction of this module's own context, once in effect however often it is delivered.</summary>
    /// <typeparam name="TEvent">The consumer's record, with the publisher's <see cref="EventNameAttribute"/>.</typeparam>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder Handles<TEvent, THandler>(this IModuleBuilder module)
        where TEvent : notnull where THandler : class, IHandle<TEvent>
    {
        module.Services.AddScoped<THandler>();
        return module.Declare(new HandlerDeclaration(
            EventNameAttribute.Of(typeof(TEvent)), typeof(TEvent), typeof(THandler), (scope, json, cancel) =>
                scope.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TEvent>(json, EventJson.Options)!, cancel)));
    }

    /// <summary>A background job; with a cron expression it recurs, without one it runs when it is enqueued.</summary>
    /// <typeparam name="TJob">The job.</typeparam>
    /// <param name="module">The builder.</param>
    /// <param name="name">The name within the module, in kebab case; it is stored, so keep it when the class is renamed.</param>
    /// <param name="cron">Five cron fields in UTC, best from <see cref="Cron"/>.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder Job<TJob>(this IModuleBuilder module, string name, string? cron = null) where TJob : class, IJob
    {
        module.Services.AddScoped<TJob>();
        return module.Declare(new JobDeclaration(name, typeof(TJob), cron));
    }

    /// <summary>The assembly's Razor components with <c>@page</c> become pages of the site.</summary>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
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

    /// <summary>The module exports and erases what it holds about a party.</summary>
    /// <typeparam name="T">The class that does it.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder PersonalData<T>(this IModuleBuilder module) where T : class, IPersonalData
    {
        module.Services.AddScoped<T>();
        return module.Declare(new PersonalDataDeclaration(typeof(T)));
    }

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
    public static IModuleBuilder Slot<TComponent>(this IModuleBuilder module, string slot, int order = 100, string? permission = null)
        where TComponent : IComponent => module.Declare(new SlotDeclaration(slot, typeof(TComponent), order, permission));

    /// <summary>Adds a link to the public navigation.</summary>
    /// <param name="module">The builder.</param>
    /// <param name="textKey">The key of its text in the module's resources.</param>
    /// <param name="path">The path, for example <c>/{lang}/collaborate</c>.</param>
    /// <param name="order">Lower comes first.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder PublicLink(this IModuleBuilder module, string textKey, string path, int order = 100) =>
        module.Declare(new LinkDeclaration(NavigationArea.Public, textKey, path, order, null));

    /// <summary>Adds a link to the staff navigation, for a page that is not an entity set's list (those appear by themselves).</summary>
    /// <param name="module">The builder.</param>
    /// <param name="textKey">The key of its text in the module's resources.</param>
    /// <param name="path">The path, for example <c>/staff/outreach/outbox</c>.</param>
    /// <param name="permission">Who sees it.</param>
    /// <param name="order">Lower comes first.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder StaffLink(this IModuleBuilder module, string textKey, string path, string permission, int order = 100) =>
        module.Declare(new LinkDeclaration(NavigationArea.Staff, textKey, path, order, permission));

    /// <summary>Says what waits for a person, for the "needs me" list on the staff home page.</summary>
    /// <typeparam name="T">The class that knows.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder Duties<T>(this IModuleBuilder module) where T : class, IDuties
    {
        module.Services.AddScoped<T>();
        return module.Declare(new DutiesDeclaration(typeof(T)));
    }

    /// <summary>Reference data for every environment, applied when a module was added or has another version; it must be idempotent.</summary>
    /// <typeparam name="T">The seeder.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder ReferenceData<T>(this IModuleBuilder module) where T : class, IReferenceData
    {
        module.Services.AddScoped<T>();
        return module.Declare(new ReferenceDataDeclaration(typeof(T)));
    }

    /// <summary>Sample data for a first run in Development; never applied in Production.</summary>
    /// <typeparam name="T">The seeder.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    public static IModuleBuilder SampleData<T>(this IModuleBuilder module) where T : class, ISampleData
    {
        module.Services.AddScoped<T>();
        return module.Declare(new SampleDataDeclaration(typeof(T)));
    }
}
