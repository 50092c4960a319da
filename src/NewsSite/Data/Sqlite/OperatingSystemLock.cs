namespace NewsSite.Data.Sqlite;

/// <summary>A lock between processes of one machine that dies with its holder.</summary>
internal sealed class OperatingSystemLock : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly FileStream held;

    private OperatingSystemLock(FileStream held) => this.held = held;

    public static async Task<OperatingSystemLock> TakeAsync(string file, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new OperatingSystemLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Patience, ct);
            }
        }
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();
}
