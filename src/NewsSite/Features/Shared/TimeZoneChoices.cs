namespace NewsSite.Features.Shared;

/// <summary>The time zones that a site may be in, by IANA name.</summary>
public static class TimeZoneChoices
{
    public static readonly IReadOnlyList<string> All =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : null)
            .OfType<string>()
            .Where(id => id.Contains('/', StringComparison.Ordinal) && id.Length <= 60)
            .Append("Etc/UTC")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
