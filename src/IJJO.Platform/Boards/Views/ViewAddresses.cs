using IJJO.Platform.OData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>
/// Leads from the short address of a saved view to the list that it stands for, and from a bare list to its reader's default. The list, its exports and its
/// script then know nothing of saved views: everything is in the address.
/// </summary>
internal sealed class ViewAddresses(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var asked = http.Request.Query["view"].ToString();
        var isSaved = Guid.TryParse(asked, out _);
        if (http.Request.Path.Value?.Split('/') is not ["", "staff", var module, var name, .. var rest] || rest.Length > 1 || rest is [var part] && !IsFile(part)
            || !HttpMethods.IsGet(http.Request.Method)
            || !isSaved && (rest.Length > 0 || http.Request.Query.Count > 0)
            || http.RequestServices.GetRequiredService<BoardReaders>() is var readers && (readers.Find(module, name) is not { } set || !readers.MayRead(set)))
        {
            await next(http);
            return;
        }

        var views = http.RequestServices.GetRequiredService<FoundViews>();
        var view = isSaved ? await views.FindAsync(set, asked, http.RequestAborted) : await views.DefaultAsync(set, http.RequestAborted);
        if (view is { } found) http.Response.Redirect(http.Request.Path + Query(found.State, http.Request.Query));
        // A file of everything in place of a view that is gone would be taken for the view's.
        else if (isSaved && rest.Length > 0) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else await next(http);
    }

    private static bool IsFile(string part) => part.StartsWith("export.", StringComparison.Ordinal) || part.StartsWith("connect.", StringComparison.Ordinal);

    private static string Query(ViewState state, IQueryCollection asked)
    {
        var kept = asked.Where(option => option.Key is not "view" && !state.Options.ContainsKey(option.Key)).SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? "")));
        var query = new QueryBuilder(state.Options.SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? ""))).Concat(kept)).ToQueryString();
        // Without any option it would lead to the default again.
        return query.HasValue ? query.Value! : $"?view={ViewState.Whole}";
    }
}
