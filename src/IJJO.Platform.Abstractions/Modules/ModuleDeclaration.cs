using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform;

/// <summary>Something that a module declares and the platform acts on.</summary>
/// <example><code>var kinds = module.Declarations.Select(declaration =&gt; declaration.GetType().Name).Distinct();</code></example>
public abstract record ModuleDeclaration;

/// <summary>The module keeps data in its own schema.</summary>
/// <param name="Context">A sealed class derived from <see cref="ModuleDbContext"/>.</param>
/// <param name="Register">Registers the context, given the options that the platform chooses.</param>
/// <example><code>var contexts = module.Declared&lt;DatabaseDeclaration&gt;().Select(database =&gt; database.Context);</code></example>
public sealed record DatabaseDeclaration(
    Type Context, Action<IServiceCollection, Action<IServiceProvider, DbContextOptionsBuilder>> Register) : ModuleDeclaration;

/// <summary>The module knows a permission.</summary>
/// <param name="Permission">The permission.</param>
/// <example><code>var keys = module.Declared&lt;PermissionDeclaration&gt;().Select(declared =&gt; declared.Permission.Key);</code></example>
public sealed record PermissionDeclaration(Permission Permission) : ModuleDeclaration;

/// <summary>The module reacts to an event.</summary>
/// <param name="EventName">The wire name of the event, from <see cref="EventNameAttribute"/>.</param>
/// <param name="Event">The consumer's own record for it.</param>
/// <param name="Handler">The class that implements <see cref="IHandle{TEvent}"/>.</param>
/// <param name="HandleAsync">Reads the event's JSON and calls the handler of a scope.</param>
/// <example><code>var heard = module.Declared&lt;HandlerDeclaration&gt;().Select(handler =&gt; handler.EventName).Distinct();</code></example>
public sealed record HandlerDeclaration(
    string EventName, Type Event, Type Handler, Func<IServiceProvider, string, CancellationToken, Task> HandleAsync) : ModuleDeclaration;

/// <summary>The module has a background job.</summary>
/// <param name="Name">The job's name within the module, in kebab case.</param>
/// <param name="Job">The class that implements <see cref="IJob"/>.</param>
/// <param name="Cron">When it recurs, as five cron fields in UTC; <c>null</c> for a job that is only enqueued.</param>
/// <example><code>var recurring = module.Declared&lt;JobDeclaration&gt;().Where(job =&gt; job.Cron is not null);</code></example>
public sealed record JobDeclaration(string Name, Type Job, string? Cron) : ModuleDeclaration;

/// <summary>The module's assembly has Razor components with <c>@page</c>.</summary>
/// <example><code>var assemblies = modules.Running.Where(module =&gt; module.Declared&lt;PagesDeclaration&gt;().Any()).Select(module =&gt; module.Assembly);</code></example>
public sealed record PagesDeclaration : ModuleDeclaration;

/// <summary>The module maps endpoints that are not pages.</summary>
/// <param name="Map">Maps them on the host's routes.</param>
/// <example><code>foreach (var endpoints in module.Declared&lt;EndpointsDeclaration&gt;()) endpoints.Map(routes);</code></example>
public sealed record EndpointsDeclaration(Action<IEndpointRouteBuilder> Map) : ModuleDeclaration;

/// <summary>The module answers for personal data in its schema.</summary>
/// <param name="Handler">The class that implements <see cref="IPersonalData"/>.</param>
/// <example><code>var answering = module.Declared&lt;PersonalDataDeclaration&gt;().Select(declared =&gt; (IPersonalData)services.GetRequiredService(declared.Handler));</code></example>
public sealed record PersonalDataDeclaration(Type Handler) : ModuleDeclaration;

/// <summary>The module offers a read model as an OData entity set and as staff pages.</summary>
/// <param name="Set">The set.</param>
/// <example><code>var inNavigation = module.Declared&lt;EntitySetDeclaration&gt;().Where(declared =&gt; declared.Set.Board.InNavigation);</code></example>
public sealed record EntitySetDeclaration(EntitySet Set) : ModuleDeclaration;

/// <summary>The module places a component into a named slot of somebody else's page.</summary>
/// <param name="Slot">One of <see cref="Slots"/>.</param>
/// <param name="Component">A Razor component.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Permission">Who sees it; <c>null</c> for everybody who sees the page.</param>
/// <example><code>var onHome = module.Declared&lt;SlotDeclaration&gt;().Where(placed =&gt; placed.Slot == Slots.Home).OrderBy(placed =&gt; placed.Order);</code></example>
public sealed record SlotDeclaration(string Slot, Type Component, int Order, string? Permission) : ModuleDeclaration;

/// <summary>The module adds a link to the navigation.</summary>
/// <param name="Area">Public or staff.</param>
/// <param name="TextKey">The key of its text in the module's resources.</param>
/// <param name="Path">The path; <c>{lang}</c> stands for the reader's language.</param>
/// <param name="Order">Lower comes first.</param>
/// <param name="Permission">Who sees it; <c>null</c> for everybody in that area.</param>
/// <example><code>var shown = module.Declared&lt;LinkDeclaration&gt;().Where(link =&gt; link.Permission is null || user.Has(link.Permission));</code></example>
public sealed record LinkDeclaration(NavigationArea Area, string TextKey, string Path, int Order, string? Permission) : ModuleDeclaration;

/// <summary>The module knows what waits for a person.</summary>
/// <param name="Provider">The class that implements <see cref="IDuties"/>.</param>
/// <example><code>var providers = module.Declared&lt;DutiesDeclaration&gt;().Select(declared =&gt; (IDuties)services.GetRequiredService(declared.Provider));</code></example>
public sealed record DutiesDeclaration(Type Provider) : ModuleDeclaration;

/// <summary>The module brings sample data for a first run in Development.</summary>
/// <param name="Seeder">The class that implements <see cref="ISampleData"/>.</param>
/// <example><code>var seeders = module.Declared&lt;SampleDataDeclaration&gt;().Select(declared =&gt; declared.Seeder);</code></example>
public sealed record SampleDataDeclaration(Type Seeder) : ModuleDeclaration;

/// <summary>The module brings reference data that it needs in every environment.</summary>
/// <param name="Seeder">The class that implements <see cref="IReferenceData"/>.</param>
/// <example><code>var seeders = module.Declared&lt;ReferenceDataDeclaration&gt;().Select(declared =&gt; declared.Seeder);</code></example>
public sealed record ReferenceDataDeclaration(Type Seeder) : ModuleDeclaration;

/// <summary>The two halves of the site.</summary>
public enum NavigationArea
{
    /// <summary>The public site under <c>/{lang}</c>.</summary>
    Public,

    /// <summary>The staff pages under <c>/staff</c>.</summary>
    Staff,
}
