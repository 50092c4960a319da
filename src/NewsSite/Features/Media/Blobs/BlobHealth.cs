using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsSite.Features.Media.Blobs;

/// <summary>Whether blobs can be read. Without them articles still are, on every node alike, so the site stays ready.</summary>
internal sealed class BlobHealth(IBlobStore store) : IHealthCheck
{
    /// <summary>A load balancer does not wait long for its answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // The SHA-256 of no bytes, which is nobody's picture: that it is not there is an answer.
    private static readonly string Nobodys = BlobKey.Master([]);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.GetAsync(Nobodys, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (IOException e)
        {
            return HealthCheckResult.Degraded("Pictures cannot be read or written. " + e.Message);
        }
    }
}
