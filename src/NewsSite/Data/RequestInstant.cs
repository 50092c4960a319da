using NewsSite.Domain;

namespace NewsSite.Data;

/// <summary>The one "now" of a request: every query of it sees the same articles.</summary>
public sealed class RequestInstant(TimeProvider clock)
{
    private DateTimeOffset? utc;

    /// <summary>Cut to milliseconds, like everything it is compared with.</summary>
    public DateTimeOffset Utc => utc ??= clock.GetUtcNow().ToStored();
}
