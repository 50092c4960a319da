using System.Globalization;

namespace NewsSite.Domain;

/// <summary>A time as somebody set it on the newsroom's wall: date, hour, minute, and the zone they meant.</summary>
/// <param name="Local">To the minute; its kind is unspecified.</param>
/// <param name="Zone">IANA name.</param>
public sealed record WallTime(DateTime Local, string Zone)
{
    private const string LocalFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Whether clocks show this time never, once or twice on its day.</summary>
    public WallTimeKind Kind =>
        Rules.IsInvalidTime(Local) ? WallTimeKind.Skipped
        : Rules.IsAmbiguousTime(Local) ? WallTimeKind.Repeated
        : WallTimeKind.Plain;

    private TimeZoneInfo Rules => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <param name="local">As a browser's field for date and time sends it, <c>2026-10-25T02:30</c>; seconds are dropped.</param>
    /// <param name="zone">IANA name.</param>
    /// <returns>Null when the text is no such time, or lies outside the years 1900 to 9998.</returns>
    public static WallTime? TryParse(string local, string zone) =>
        DateTime.TryParseExact(local.Trim(), [LocalFormat, LocalFormat + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.Year is >= 1900 and <= 9998
            ? new WallTime(time.AddSeconds(-time.Second), zone)
            : null;

    /// <summary>The instant that the time means (UTC): a skipped one the next valid instant, a repeated one its first.</summary>
    public DateTimeOffset ToInstant()
    {
        var rules = Rules;
        var valid = Local;
        while (rules.IsInvalidTime(valid)) valid = valid.AddMinutes(1);
        // The clock is put back, so the first of the two has the greater offset.
        var offset = rules.IsAmbiguousTime(valid) ? rules.GetAmbiguousTimeOffsets(valid).Max() : rules.GetUtcOffset(valid);
        return new DateTimeOffset(valid, offset).ToUniversalTime();
    }

    /// <summary>What the wall showed at an instant.</summary>
    public static WallTime At(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
        return new WallTime(local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute)), zone);
    }

    /// <summary>As a browser's field for date and time wants it.</summary>
    public string ToField() => Local.ToString(LocalFormat, CultureInfo.InvariantCulture);

    /// <summary>Local time and zone in the bracket notation of RFC 9557: <c>2026-10-25T02:30[Europe/Brussels]</c>.</summary>
    public override string ToString() => $"{ToField()}[{Zone}]";

    /// <exception cref="FormatException"><paramref name="stored"/> was not made by <see cref="ToString"/>.</exception>
    public static WallTime Parse(string stored)
    {
        var bracket = stored.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && stored[^1] == ']' && TryParse(stored[..bracket], stored[(bracket + 1)..^1]) is { } time
            ? time
            : throw new FormatException($"“{stored}” is not a local time with its zone.");
    }
}

public enum WallTimeKind
{
    Plain,

    /// <summary>Clocks jump over it.</summary>
    Skipped,

    /// <summary>Clocks show it twice.</summary>
    Repeated,
}
