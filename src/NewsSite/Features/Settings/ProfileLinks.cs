using System.Globalization;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Settings;

/// <summary>The links of an author's profile, as they are typed and as they are kept.</summary>
internal static class ProfileLinks
{
    /// <returns>Null when all of them can be kept.</returns>
    public static SettingOutcome? Refusal(IReadOnlyList<LinkForm>? links)
    {
        foreach (var (place, link) in (links ?? []).Index())
        {
            if (IsEmpty(link)) continue;
            if (place >= Author.MaxLinks) return SettingOutcome.Refused("", $"At most {Author.MaxLinks} links fit.");
            if (string.IsNullOrWhiteSpace(link.Label)) return SettingOutcome.Refused(Field(place, nameof(link.Label)), "Say what the link leads to.");
            if (!IsWeb(link.Url)) return SettingOutcome.Refused(Field(place, nameof(link.Url)), "Write a whole web address, such as https://example.org/ann.");
        }

        return null;
    }

    public static IReadOnlyList<ProfileLink> Of(IReadOnlyList<LinkForm>? links) =>
        [.. (links ?? []).Where(link => !IsEmpty(link)).Select(link => new ProfileLink(link.Label!.Trim(), link.Url!.Trim()))];

    /// <summary>To be compared.</summary>
    public static string Text(IEnumerable<ProfileLink> links) => string.Join('\n', links.Select(link => $"{link.Label} {link.Url}"));

    /// <summary>As posted.</summary>
    public static string Field(int place, string part) => string.Create(CultureInfo.InvariantCulture, $"Links[{place}].{part}");

    private static bool IsEmpty(LinkForm link) => string.IsNullOrWhiteSpace(link.Label) && string.IsNullOrWhiteSpace(link.Url);

    // Only these two: a javascript: address would run in the reader's page.
    private static bool IsWeb(string? url) =>
        Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0 && address.UserInfo.Length == 0 && url!.Trim().StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
