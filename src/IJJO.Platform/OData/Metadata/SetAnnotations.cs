using Microsoft.OData.Edm;
using static IJJO.Platform.OData.Annotation;

namespace IJJO.Platform.OData;

/// <summary>Says in standard terms how a set is shown and what can be done with it, in the reader's language. The staff dashboards read only this.</summary>
internal sealed class SetAnnotations(Annotation annotation, BoardTexts texts, string @namespace, Func<string, bool> may)
{
    /// <summary>Sets that share a row class share its type; the first one describes it.</summary>
    public void Write(ServedSet set, bool describesType)
    {
        annotation.Add(set.Edm, "Core.Description", Text(texts.Set(set.Module, set.Name)));
        annotation.Add(set.Edm, "Core.LongDescription", Text(texts.Find(set.Module, $"{set.Name}.description")));
        Capabilities(set);
        Pages(set);
        if (!describesType) return;
        Describe(set);
        Board(set);
        foreach (var (edm, action) in set.Actions) Action(set, edm, action);
        foreach (var (edm, function) in set.Functions) annotation.Add(edm, "Core.Description", Text(texts.Find(set.Module, $"{set.Name}.function.{function.Name}")));
    }

    private void Describe(ServedSet set)
    {
        var (module, name) = (set.Module, set.Name);
        foreach (var property in set.Type.StructuralProperties())
        {
            annotation.Add(property, "Common.Label", Text(texts.Property(module, name, property.Name)));
            if (set.Declared.Board.LongTexts.Contains(property.Name)) annotation.Add(property, "UI.MultiLineText", Flag(true));
            if (set.Declared.Board.Vocabularies.TryGetValue(property.Name, out var vocabulary)) annotation.Add(property, "Platform.Vocabulary", Text(vocabulary));
            if (vocabulary is not null) annotation.Add(property, "Common.ValueList", TermsOf(property.Name, vocabulary));
            if (set.Declared.Board.States.Contains(property.Name)) annotation.Add(property, "Platform.State", Flag(true));
            if (Values(set, property) is { Length: > 0 } values) annotation.Add(property, "Platform.Values", List(values));
        }
        foreach (var relation in set.Relations.Values) annotation.Add(relation.Edm, "Common.Label", Text(relation.IsSingle ? texts.One(module, relation.Target.Name) : texts.Set(module, relation.Target.Name)));
    }

    /// <summary>The names of states and of the members of an enumeration.</summary>
    private IEdmExpression[] Values(ServedSet set, IEdmProperty property)
    {
        var named = set.Declared.Board.States.Contains(property.Name) ? texts.Values(set.Module, set.Name, property.Name) : [];
        var members = set.Shape.Find(property.Name) is { Type.IsEnum: true } found ? Enum.GetNames(found.Type.Element) : [];
        var all = members.Length > 0 ? members.Select(member => KeyValuePair.Create(member, texts.Value(set.Module, set.Name, property.Name, member))) : named;
        return [.. all.Select(value => Record("Platform.NamedValue", ("Value", Text(value.Key)), ("Label", Text(value.Value))))];
    }

    private static IEdmExpression TermsOf(string property, string vocabulary) => Record("Common.ValueListType",
        ("CollectionRoot", Text("/odata/platform")), ("CollectionPath", Text("Labels")), ("Parameters", List(
        [
            Record("Common.ValueListParameterOut", ("LocalDataProperty", PropertyPath(property)), ("ValueListProperty", Text("Code"))),
            Record("Common.ValueListParameterDisplayOnly", ("ValueListProperty", Text("Label"))),
            Record("Common.ValueListParameterConstant", ("Constant", Text(vocabulary)), ("ValueListProperty", Text("Vocabulary"))),
        ])));

    /// <summary>Where staff find the list and its records, and what a change of a row may name.</summary>
    private void Pages(ServedSet set)
    {
        var list = $"/staff/{set.Module}/{set.Name}";
        annotation.Add(set.Edm, "Platform.ListPage", Text(list));
        annotation.Add(set.Edm, "Platform.RecordPage", Text(set.Declared.Board.RecordPath ?? $"{list}/{string.Join(',', set.Shape.Keys.Select(key => $"{{{key.Name}}}"))}"));
        if (set.Declared.Board.Update is not { } update) return;
        var members = CommandShape.Of(update.Command).Members.Select(member => member.Name).Where(name => name != update.KeyMember && name != update.VersionMember && set.Shape.Find(name) is not null);
        annotation.Add(set.Edm, "Platform.Updatable", List(members.Select(PropertyPath)));
    }

    private void Capabilities(ServedSet set)
    {
        var board = set.Declared.Board;
        void Can(string term, string member, bool value) => annotation.Add(set.Edm, "Capabilities." + term, Record(null, (member, Flag(value))));
        Can("SearchRestrictions", "Searchable", board.Search.Count > 0 || set.Shape.SearchVector is not null);
        Can("InsertRestrictions", "Insertable", board.Insert is { } insert && may(insert.Permission));
        Can("UpdateRestrictions", "Updatable", board.Update is { } update && may(update.Permission));
        Can("DeleteRestrictions", "Deletable", board.Delete is { } delete && may(delete.Permission));
        annotation.Add(set.Edm, "Capabilities.ExpandRestrictions", Record(null, ("Expandable", Flag(set.Relations.Count > 0)), ("MaxLevels", Number(QueryLimits.MaxExpandDepth))));
        annotation.Add(set.Edm, "Capabilities.NavigationRestrictions", Record(null, ("Navigability", Choice("Capabilities.NavigationType", set.Relations.Count > 0 ? "Single" : "None"))));
        Can("CountRestrictions", "Countable", true);
        annotation.Add(set.Edm, "Capabilities.TopSupported", Flag(true));
        annotation.Add(set.Edm, "Capabilities.SkipSupported", Flag(true));
    }

    private void Board(ServedSet set)
    {
        var (board, module, name) = (set.Declared.Board, set.Module, set.Name);
        if (board.Title is { } title)
        {
            annotation.Add(set.Type, "UI.HeaderInfo", Record("UI.HeaderInfoType",
                ("TypeName", Text(texts.One(module, name))), ("TypeNamePlural", Text(texts.Set(module, name))),
                ("Title", Field(title)), ("Description", board.Subtitle is { } subtitle ? Field(subtitle) : null)));
        }
        if (board.Columns.Count > 0) annotation.Add(set.Type, "UI.LineItem", List([.. board.Columns.Select(Field), .. set.Actions.Select(pair => ForAction(set, pair.Key, pair.Value))]));
        if (board.Search.Count > 0) annotation.Add(set.Type, "Platform.SearchFields", List(board.Search.Select(PropertyPath)));
        if (board.Filters.Count > 0) annotation.Add(set.Type, "UI.SelectionFields", List(board.Filters.Select(PropertyPath)));
        if (board.OrderBy is { } order) annotation.Add(set.Type, "UI.PresentationVariant", Record("UI.PresentationVariantType", ("SortOrder", SortOrder(order))));
        foreach (var view in board.Views)
        {
            annotation.Add(set.Type, "UI.SelectionVariant", Record("UI.SelectionVariantType",
                ("ID", Text(view.Name)), ("Text", Text(texts.View(module, name, view.Name))), ("FilterExpression", Text(view.Filter))), EdmNames.Camel(view.Name));
            if (view.OrderBy is { } own) annotation.Add(set.Type, "UI.PresentationVariant", Record("UI.PresentationVariantType", ("SortOrder", SortOrder(own))), EdmNames.Camel(view.Name));
        }
        new ChartAnnotations(annotation, texts).Write(set);
        Facets(set);
    }

    private void Facets(ServedSet set)
    {
        if (set.Declared.Board.Facets.Count == 0) return;
        foreach (var facet in set.Declared.Board.Facets)
        {
            annotation.Add(set.Type, "UI.FieldGroup", Record("UI.FieldGroupType",
                ("Label", Text(texts.Facet(set.Module, set.Name, facet.Name))), ("Data", List(facet.Properties.Select(Field)))), EdmNames.Camel(facet.Name));
        }
        annotation.Add(set.Type, "UI.Facets", List(set.Declared.Board.Facets.Select(facet => Record("UI.ReferenceFacet",
            ("Label", Text(texts.Facet(set.Module, set.Name, facet.Name))), ("Target", AnnotationPath($"@UI.FieldGroup#{EdmNames.Camel(facet.Name)}"))))));
    }

    private void Action(ServedSet set, IEdmOperation edm, BoardAction action)
    {
        annotation.Add(edm, "Common.Label", Text(texts.Action(set.Module, set.Name, action.Name)));
        annotation.Add(edm, "Platform.When", Text(action.When));
        annotation.Add(edm, "Core.OperationAvailable", may(action.Permission) ? null : Flag(false));
        annotation.Add(edm, "Platform.Page", (action.KeyMember is null || action.IsBulk) && Boards.ActionFields.CanBeForm(action) ? Text($"/staff/{set.Module}/{set.Name}/actions/{action.Name}") : null);
        if (action.IsBulk) annotation.Add(edm, "Platform.Bulk", Flag(true));
        foreach (var parameter in edm.Parameters.Skip(1))
        {
            annotation.Add(parameter, "Common.Label", Text(texts.Parameter(set.Module, set.Name, action.Name, parameter.Name)));
            var choice = action.Choices.FirstOrDefault(pair => EdmNames.Parameter(pair.Key) == parameter.Name).Value;
            if (choice?.Vocabulary is { } vocabulary) annotation.Add(parameter, "Platform.Vocabulary", Text(vocabulary));
            if (choice?.Set is { } other) annotation.Add(parameter, "Common.ValueList", Record("Common.ValueListType", ("CollectionPath", Text(other))));
            annotation.Add(parameter, "Platform.ValueFilter", Text(choice?.Filter));
        }
    }

    private IEdmExpression ForAction(ServedSet set, IEdmOperation edm, BoardAction action) => Record("UI.DataFieldForAction",
        ("Label", Text(texts.Action(set.Module, set.Name, action.Name))), ("Action", Text($"{@namespace}.{edm.Name}({edm.Parameters.First().Type.FullName()})")));

    private static IEdmExpression Field(string property) => Record("UI.DataField", ("Value", Path(property)));

    private static IEdmExpression SortOrder(string orderBy) => List(orderBy.Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split(' ')).Select(part =>
        Record("Common.SortOrderType", ("Property", PropertyPath(part[0])), ("Descending", part is [_, "desc"] ? Flag(true) : null))));
}
