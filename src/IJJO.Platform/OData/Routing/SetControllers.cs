using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Closes the one controller for the row class of a set.</summary>
internal sealed class SetControllers(ODataServices services)
{
    private readonly Dictionary<Type, ObjectFactory> _factories = services.All.SelectMany(service => service.Sets).Select(set => set.Declared.Row).Distinct()
        .ToDictionary(row => row, row => ActivatorUtilities.CreateFactory(typeof(SetController<>).MakeGenericType(row), []));

    // The library's formatters want one to be there; nothing is in it.
    private readonly ControllerActionDescriptor _action = new();

    public SetController Open(HttpContext http, ServedSet set)
    {
        var controller = (SetController)_factories[set.Declared.Row](http.RequestServices, []);
        controller.ControllerContext = new(new ActionContext(http, http.GetRouteData(), _action));
        return controller;
    }
}

/// <summary>The controller of a set, whatever its rows are.</summary>
internal abstract class SetController : ControllerBase
{
    /// <summary>Answers a request for this set.</summary>
    public abstract Task<IActionResult> AnswerAsync(SetRequest request);

    /// <summary>The rows of this set that belong to rows of another one, as what writes them behind each of these.</summary>
    public abstract Task<ExpandedRows> ExpandAsync(Expansion expansion, ServedSet parent, ParsedExpand expand, IReadOnlyCollection<object> values);
}
