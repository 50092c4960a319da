using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace NewsSite.Tests.Support;

/// <summary>Hears why a server ends its connections, from the server's own figures.</summary>
public sealed class Closings : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> reasons = [];
    private readonly MeterListener listener = new();
    private readonly int port;

    public Closings(Uri address)
    {
        port = address.Port;
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument.Name == "kestrel.connection.duration") heard.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Hear(tags));
        listener.Start();
    }

    /// <summary>Ends when a connection has ended for this reason.</summary>
    /// <param name="reason">As OpenTelemetry's conventions for Kestrel name it: <c>keep_alive_timeout</c>.</param>
    public Task OfAsync(string reason) => Of(reason).Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    public void Dispose() => listener.Dispose();

    private TaskCompletionSource Of(string reason) => reasons.GetOrAdd(reason, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Hear(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (isOurs, reason) = (false, (string?)null);
        foreach (var (name, value) in tags)
        {
            if (name == "server.port") isOurs = value is int number && number == port;
            if (name == "error.type") reason = value as string;
        }

        if (isOurs && reason is not null) Of(reason).TrySetResult();
    }
}
