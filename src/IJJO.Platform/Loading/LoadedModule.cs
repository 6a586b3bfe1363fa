using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Loading;

/// <summary>A module that was configured and whose registrations wait to be appended to the host's.</summary>
internal sealed record LoadedModule(ModuleInfo Info, IReadOnlyList<string> DependsOn, string Folder, IServiceCollection Services);
