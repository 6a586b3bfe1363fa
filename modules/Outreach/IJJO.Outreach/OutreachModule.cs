using IJJO.Outreach;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.DevMailbox;
using IJJO.Outreach.Messages;
using IJJO.Outreach.Recipients;
using IJJO.Outreach.Requests;
using IJJO.Outreach.Samples;
using IJJO.Outreach.Suppressions;
using IJJO.Outreach.Templates;
using IJJO.Outreach.Transport;
using IJJO.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

[assembly: Module("outreach", "Outreach")]

namespace IJJO.Outreach;

/// <summary>Decisions become messages, messages become deliveries, and every mail of the platform leaves here, once.</summary>
public sealed class OutreachModule : IModule
{
    public void Configure(IModuleBuilder module)
    {
        module.Services.AddMail();
        module
            .Database<OutreachDb>()
            .Permissions(OutreachPermissions.All)
            .EntitySet<OutreachDb, MessageRow>("Messages", MessageRow.Query, OutreachPermissions.Read, MessageRow.Describe)
            .EntitySet<OutreachDb, DeliveryRow>("Deliveries", DeliveryRow.Query, OutreachPermissions.Read, DeliveryRow.Describe)
            .EntitySet<OutreachDb, JournalRow>("Journal", JournalRow.Query, OutreachPermissions.Read, JournalRow.Describe)
            .EntitySet<OutreachDb, SuppressionRow>("Suppressions", SuppressionRow.Query, OutreachPermissions.Suppress, SuppressionRow.Describe)
            .EntitySet<OutreachDb, TemplateRow>("Templates", TemplateRow.Query, OutreachPermissions.Read, TemplateRow.Describe)
            .Handles<MailRequested, WhenMailRequested>()
            .Handles<EvaluationDecided, WhenEvaluationDecided>()
            .Handles<CaseReopened, WhenCaseReopened>()
            .Handles<PartyChanged, WhenPartyChanged>()
            .Handles<ConsentChanged, WhenConsentChanged>()
            .Handles<PartyErased, WhenPartyErased>()
            .Job<SendDueMail>("send-due-mail", Cron.Minutely())
            .Slot<CaseMail>(Slots.Case, 40, OutreachPermissions.Read)
            .Duties<OutreachDuties>()
            .PersonalData<OutreachPersonalData>()
            .ReferenceData<TemplateSeed>()
            .SampleData<SampleMessages>()
            .Pages();
    }
}

/// <summary>The mail path.</summary>
internal static class MailRegistration
{
    internal static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IMailer, QueuedMailer>());
        services.AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Sender>();
        services.AddSingleton<ShippedMails>();
        services.AddSingleton<EditedTemplates>();
        services.AddSingleton<MailTemplates>();
        services.AddSingleton<MailRenderer>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<DraftText>();
        services.AddSingleton<RequestedMail>();
        services.AddSingleton<OfficeClock>();
        services.AddSingleton<MailboxFolder>();
        services.AddSingleton<DevMails>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<MailSettings>() switch
        {
            { UsesFolder: true } => new FolderTransport(provider.GetRequiredService<MailboxFolder>().Path),
            var settings => ActivatorUtilities.CreateInstance<SmtpTransport>(provider, settings),
        });
        services.AddSingleton<Bell>();
        services.AddSingleton<MailPump>();
        services.AddScoped<Ledger>();
        services.AddScoped<Settlement>();
        services.AddScoped<Approval>();
        services.AddHostedService(provider => provider.GetRequiredService<EditedTemplates>());
        services.AddHostedService<MailCheck>();
        services.AddHostedService<LedgerWatch>();
        return services;
    }
}
