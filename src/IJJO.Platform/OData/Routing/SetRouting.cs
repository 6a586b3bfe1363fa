using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Routing.Conventions;
using Microsoft.AspNetCore.OData.Routing.Template;

namespace IJJO.Platform.OData;

/// <summary>
/// Gives the controller's actions their addresses, per service and set. Attribute routing is not used: it looks for the service by the beginning of the
/// address, so that <c>odata/work</c> would take what belongs to <c>odata/work-groups</c>.
/// </summary>
internal sealed class SetRouting(ODataServices services) : IODataControllerActionConvention
{
    public int Order => 0;

    public bool AppliesToController(ODataControllerActionContext context) =>
        context.Controller.ControllerType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(SetController<>);

    public bool AppliesToAction(ODataControllerActionContext context)
    {
        var row = context.Controller.ControllerType.GetGenericArguments()[0];
        var service = services.All.Single(s => s.Prefix == context.Prefix);
        foreach (var set in service.Sets.Where(s => s.Declared.Row == row)) Route(context, set);
        return true;
    }

    private static void Route(ODataControllerActionContext context, ServedSet set)
    {
        var entities = new EntitySetSegmentTemplate(set.Edm);
        switch (context.Action.ActionMethod.Name)
        {
            case nameof(SetController<object>.List): Add(context, "Get,Head", entities); break;
            case nameof(SetController<object>.Count): Add(context, "Get,Head", entities, CountSegmentTemplate.Instance); break;
            case nameof(SetController<object>.Get): AddKeyed(context, "Get,Head", set, entities); break;
            case nameof(SetController<object>.Property): AddKeyed(context, "Get,Head", set, entities, new PropertyCatchAllSegmentTemplate(set.Type)); break;
            case nameof(SetController<object>.Value): AddKeyed(context, "Get,Head", set, entities, new PropertyCatchAllSegmentTemplate(set.Type), new ValueSegmentTemplate(set.Type)); break;
            case nameof(SetController<object>.Reference): AddKeyed(context, "Get,Head", set, entities, new ReferenceSegment()); break;
            case nameof(SetController<object>.References): Add(context, "Get,Head", entities, new ReferenceSegment()); break;
            case nameof(SetController<object>.Insert) when set.Declared.Board.Insert is not null: Add(context, "Post", entities); break;
            case nameof(SetController<object>.Update) when set.Declared.Board.Update is not null: AddKeyed(context, "Patch", set, entities); break;
            case nameof(SetController<object>.Delete) when set.Declared.Board.Delete is not null: AddKeyed(context, "Delete", set, entities); break;
            case nameof(SetController<object>.Refuse):
                Add(context, Missing("Put", "Patch", "Delete", set.Declared.Board.Insert is null ? "Post" : null), entities);
                AddKeyed(context, Missing("Put", "Post", set.Declared.Board.Update is null ? "Patch" : null, set.Declared.Board.Delete is null ? "Delete" : null), set, entities);
                break;
            case nameof(SetController<object>.Act):
                foreach (var (edm, action) in set.Actions)
                {
                    var call = new ActionSegmentTemplate(edm, null);
                    if (action.KeyMember is null) Add(context, "Post", entities, call);
                    else AddKeyed(context, "Post", set, entities, call);
                }
                break;
        }
    }

    private static string Missing(params string?[] methods) => string.Join(',', methods.OfType<string>());

    /// <summary>The parts of a composite key may come in any order, but the library's template knows one.</summary>
    private static void AddKeyed(ODataControllerActionContext context, string methods, ServedSet set, EntitySetSegmentTemplate entities, params ODataSegmentTemplate[] rest)
    {
        foreach (var order in Orders([.. set.Shape.Keys.Select(key => key.Name)]))
        {
            var parts = order.ToDictionary(name => name, name => $"{{key{(order.Length > 1 ? name : "")}}}");
            Add(context, methods, [entities, new KeySegmentTemplate(parts, set.Type, set.Edm), .. rest]);
        }
    }

    private static IEnumerable<string[]> Orders(string[] names) => names.Length <= 1
        ? [names]
        : names.SelectMany(first => Orders([.. names.Where(name => name != first)]).Select(rest => (string[])[first, .. rest]));

    private static void Add(ODataControllerActionContext context, string methods, params ODataSegmentTemplate[] segments) =>
        context.Action.AddSelector(methods, context.Prefix, context.Model, new ODataPathTemplate(segments), context.Options.RouteOptions);
}
