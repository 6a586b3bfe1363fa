namespace IJJO.Platform.Events;

/// <summary>Who listens to what, from the catalogue.</summary>
internal sealed class Subscriptions(IModuleCatalog catalog)
{
    private readonly ILookup<string, Subscription> _byEvent = (
        from module in catalog.Running
        from handler in module.Declared<HandlerDeclaration>()
        select new Subscription(
            module.Key,
            module.Declared<DatabaseDeclaration>().FirstOrDefault()?.Context
                ?? throw new InvalidOperationException($"Module {module.Key} handles {handler.EventName} and needs a database for its inbox."),
            handler)).ToLookup(s => s.Handler.EventName);

    internal IEnumerable<Subscription> To(string eventName) => _byEvent[eventName];
}
