namespace NewsSite.Domain;

/// <summary>Instants as the site keeps them.</summary>
public static class Instant
{
    /// <summary>UTC, cut to whole milliseconds, so that every database orders alike.</summary>
    public static DateTimeOffset ToStored(this DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
