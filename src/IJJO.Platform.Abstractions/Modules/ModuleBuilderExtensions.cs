using System.Text.Json;
using IJJO.Platform.Events;
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
public static partial class ModuleBuilderExtensions
{
    /// <summary>The module keeps data in a schema named after its key; the platform migrates it at start.</summary>
    /// <typeparam name="TContext">The module's context.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.Database&lt;SubmissionsDb&gt;()</code></example>
    public static IModuleBuilder Database<TContext>(this IModuleBuilder module) where TContext : ModuleDbContext =>
        module.Declare(new DatabaseDeclaration(typeof(TContext), (services, options) => services.AddDbContextPool<TContext>(options)));

    /// <summary>The permissions that the module knows. Keys start with the module's key and a dot.</summary>
    /// <param name="module">The builder.</param>
    /// <param name="permissions">The permissions.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.Permissions(new Permission("submissions.read", Roles.Coordinator), new Permission("submissions.edit", Roles.Coordinator))</code></example>
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
    /// <example><code>module.Handles&lt;EvaluationDecided, WhenEvaluationDecided&gt;()</code></example>
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
    /// <example><code>module.Job&lt;Purge&gt;("purge", Cron.Daily(hour: 3))</code></example>
    public static IModuleBuilder Job<TJob>(this IModuleBuilder module, string name, string? cron = null) where TJob : class, IJob
    {
        module.Services.AddScoped<TJob>();
        return module.Declare(new JobDeclaration(name, typeof(TJob), cron));
    }

    /// <summary>The module exports and erases what it holds about a party.</summary>
    /// <typeparam name="T">The class that does it.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.PersonalData&lt;SubmissionsPersonalData&gt;()</code></example>
    public static IModuleBuilder PersonalData<T>(this IModuleBuilder module) where T : class, IPersonalData
    {
        module.Services.AddScoped<T>();
        return module.Declare(new PersonalDataDeclaration(typeof(T)));
    }

    /// <summary>Says what waits for a person, for the "needs me" list on the staff home page.</summary>
    /// <typeparam name="T">The class that knows.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.Duties&lt;SubmissionsDuties&gt;()</code></example>
    public static IModuleBuilder Duties<T>(this IModuleBuilder module) where T : class, IDuties
    {
        module.Services.AddScoped<T>();
        return module.Declare(new DutiesDeclaration(typeof(T)));
    }

    /// <summary>Reference data for every environment, applied when a module was added or has another version; it must be idempotent.</summary>
    /// <typeparam name="T">The seeder.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.ReferenceData&lt;ShippedRubrics&gt;()</code></example>
    public static IModuleBuilder ReferenceData<T>(this IModuleBuilder module) where T : class, IReferenceData
    {
        module.Services.AddScoped<T>();
        return module.Declare(new ReferenceDataDeclaration(typeof(T)));
    }

    /// <summary>Sample data for a first run in Development; never applied in Production.</summary>
    /// <typeparam name="T">The seeder.</typeparam>
    /// <param name="module">The builder.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>module.SampleData&lt;SampleProposals&gt;()</code></example>
    public static IModuleBuilder SampleData<T>(this IModuleBuilder module) where T : class, ISampleData
    {
        module.Services.AddScoped<T>();
        return module.Declare(new SampleDataDeclaration(typeof(T)));
    }
}
