using IJJO.Platform.Boards;
using IJJO.Platform.Data;
using IJJO.Platform.Events;
using IJJO.Platform.Identity;
using IJJO.Platform.Vocabularies;

namespace IJJO.Platform;

/// <summary>What the platform itself brings, declared through the same builder as any module.</summary>
internal sealed class PlatformModule : IModule
{
    public void Configure(IModuleBuilder module) => module
        .Database<PlatformDb>()
        .ReferenceData<VocabularySeed>()
        .EntitySet<PlatformDb, TermItem>("Terms", TermItem.Query, PlatformPermissions.EditVocabularies, TermItem.Describe)
        .EntitySet<PlatformDb, TermLabel>("Labels", TermLabel.Query, permission: null, TermLabel.Describe)
        .Job<OutboxCleanup>("outbox-cleanup", Cron.Daily(3))
        .Job<CarryOutRun>("bulk-run")
        .Job<RunCleanup>("bulk-run-cleanup", Cron.Daily(3))
        .People()
        .SavedViews()
        .Pages();
}
