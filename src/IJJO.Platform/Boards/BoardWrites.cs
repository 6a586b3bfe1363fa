using IJJO.Platform.OData;

namespace IJJO.Platform.Boards;

/// <summary>What can be done with a set in its pages: its actions, and its insert, update and delete as forms where no action runs the same command.</summary>
internal static class BoardWrites
{
    public static IReadOnlyList<BoardAction> ActionsOf(ServedSet set)
    {
        var board = set.Declared.Board;
        var writes = new[] { Form("add", board.Insert), Form("edit", board.Update), Form("remove", board.Delete) };
        return [.. board.Actions, .. writes.OfType<BoardAction>().Where(write => board.Actions.All(action => action.Command != write.Command && action.Name != write.Name))];

        BoardAction? Form(string name, BoardWrite? write) => write is null ? null : new(name, write.Command, write.KeyMember, write.VersionMember, write.Permission, null, false,
            board.Vocabularies.ToDictionary(property => property.Key, property => new BoardChoice(Vocabulary: property.Value)));
    }
}
