using System.Diagnostics;
using System.Globalization;
using NewsSite.Features.Media.Blobs;
using NewsSite.Tests.Architecture;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Blobs;

/// <summary>A real server of the S3 protocol on this machine, for one class of tests.</summary>
public sealed class BucketServer : IAsyncLifetime
{
    public const string Bucket = "pictures";
    public const string Keys = "S3RVER";

    private static readonly string Script = Path.Combine(CodeStyleTests.Root, "tests", "NewsSite.Tests", "Features", "Media", "Blobs", "S3Server", "s3server.js");

    private readonly TempFolder data = new();
    private Process? node;

    public int Port { get; private set; }

    public string Endpoint => $"127.0.0.1:{Port}";

    public async ValueTask InitializeAsync()
    {
        node = Start();
        var line = await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Port = int.TryParse(line, CultureInfo.InvariantCulture, out var port) ? port : throw new InvalidOperationException($"The S3 server did not start: {await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    /// <param name="prefix">Keeps tests apart that run at the same time.</param>
    public BucketOptions Options(string prefix = "", Action<BucketOptions>? change = null)
    {
        var options = new BucketOptions { Endpoint = Endpoint, Name = Bucket, AccessKey = Keys, SecretKey = Keys, Prefix = prefix, Secure = false };
        change?.Invoke(options);
        return options;
    }

    /// <summary>File that holds the bytes of an object.</summary>
    public string FileOf(string name) => Path.Combine(data.Path, Bucket, name + "._S3rver_object");

    public ValueTask DisposeAsync()
    {
        node?.Kill();
        node?.WaitForExit();
        node?.Dispose();
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    // Its input ends with this process, and then it goes by itself, whatever became of us.
    private Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", [Script, data.Path, Bucket]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("These tests need Node.js 18 or newer as “node” on the path (Debian: apt-get install nodejs; tests/run.sh does it).", e);
        }
    }
}
