namespace IJJO.Platform.Web;

/// <summary>One tab of <see cref="Tabs"/>.</summary>
/// <param name="Text">The translated text.</param>
/// <param name="Path">Its address.</param>
/// <param name="IsHere">Whether it is the one shown.</param>
/// <param name="Count">How many rows stand behind it.</param>
/// <example><code>new Tab(L["inbox.new"], "/staff/inbox?view=new", view == "new", counts.New)</code></example>
public sealed record Tab(string Text, string Path, bool IsHere = false, long? Count = null);
