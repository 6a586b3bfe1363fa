namespace IJJO.Platform.Architecture.Tests.Events;

public sealed class EventTests
{
    private static Type BrokenEvent(string name) => EventRules.Records(Catalogue.Broken.Assembly).Single(type => type.Name == name);

    [Fact]
    public void An_event_is_named_after_its_module_and_has_a_version() => Rule.Holds(Catalogue.All.SelectMany(module => EventRules.Misnamed(module.Key, EventRules.Published(module))));

    [Fact]
    public void An_event_with_a_foreign_key_or_without_a_version_is_named()
    {
        Rule.IsBroken(EventRules.Misnamed("broken", [BrokenEvent("ThingDone")]), "ThingDone", "submissions.thing-done", "broken.what-happened.vN");
        Rule.IsBroken(EventRules.Misnamed("submissions", [BrokenEvent("ThingDone")]), "ThingDone", "submissions.thing-done");
    }

    [Fact]
    public void What_a_module_publishes_is_in_its_contracts() => Rule.Holds(Catalogue.Modules.SelectMany(EventRules.NotInContracts));

    [Fact]
    public void An_event_outside_the_contracts_is_named() => Rule.IsBroken(EventRules.NotInContracts(Catalogue.Broken), "ThingLost", "broken.thing-lost.v1");

    [Fact]
    public void What_a_module_waits_for_is_published() => Rule.Holds(Catalogue.All.SelectMany(EventRules.NeverPublished));

    [Fact]
    public void A_handler_that_waits_in_vain_is_named() => Rule.IsBroken(EventRules.NeverPublished(Catalogue.Broken), "broken", "nobody.publishes-this.v1", "WhenNeverPublished");

    [Fact]
    public void Every_published_event_reads_and_writes_its_golden_file() => Rule.Holds(Catalogue.All.SelectMany(EventRules.Published).SelectMany(EventRules.WithoutGolden));

    [Fact]
    public void An_event_without_a_golden_file_is_named() => Rule.IsBroken(EventRules.WithoutGolden(BrokenEvent("ThingLost")), "ThingLost", "Golden/broken.thing-lost.v1.json");

    [Fact]
    public void An_event_that_has_changed_since_its_golden_file_is_named() =>
        Rule.IsBroken(EventRules.WithoutGolden(BrokenEvent("ThingRenamed")), "ThingRenamed", "needs a new version", "As it was called before");
}
