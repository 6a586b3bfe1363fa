using IJJO.Outreach.Deliveries;

namespace IJJO.Outreach.Transport;

/// <summary>Writes each mail as a file, for Development. The name is the delivery's id, so that writing it again makes no second mail.</summary>
internal sealed class FolderTransport(string folder) : IMailTransport
{
    public IMailSession Open() => new Session(folder);

    private sealed class Session(string folder) : IMailSession
    {
        public async Task<string> SendAsync(Claim claim, Func<Task> beforeDot, CancellationToken cancel)
        {
            Directory.CreateDirectory(folder);
            var target = Path.Combine(folder, $"{claim.Id}.eml");
            var partial = target + ".part";
            await File.WriteAllBytesAsync(partial, claim.Content, cancel);
            await beforeDot();
            File.Move(partial, target, overwrite: true);
            return $"Written to {target}";
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
