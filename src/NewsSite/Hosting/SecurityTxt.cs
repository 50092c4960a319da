using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsSite.Features.Shared;

namespace NewsSite.Hosting;

/// <summary>Tells whoever finds a hole in the site where to report it, as RFC 9116 has it.</summary>
internal static class SecurityTxt
{
    // The RFC wants less than a year, so that nobody writes to an address that was given up.
    private static readonly TimeSpan Validity = TimeSpan.FromDays(180);

    public static void MapSecurityTxt(this IEndpointRouteBuilder routes) => routes.MapGet(SiteUrls.SecurityTxt, SendAsync).WithName("SecurityTxt");

    /// <summary>Whether it is an address that the RFC allows, on one line.</summary>
    public static bool IsContact(string text) =>
        text.All(letter => letter is > ' ' and < '\x7f')
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme switch
        {
            "mailto" => address is { UserInfo: not "", Host: not "" },
            "https" => address is { Host: not "", UserInfo: "" },
            "tel" => address.AbsolutePath.Any(char.IsAsciiDigit),
            _ => false,
        };

    private static async Task<Results<ContentHttpResult, NotFound>> SendAsync(
        IOptions<NewsSiteOptions> options, AbsoluteUrls urls, SiteDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (options.Value.SecurityContact is not { } contact) return TypedResults.NotFound();

        var language = (await directory.GetAsync(ct)).Language;
        var canonical = urls.Of(SiteUrls.SecurityTxt);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Contact: {contact}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Expires: {(clock.GetUtcNow() + Validity).UtcDateTime:yyyy-MM-dd'T'00:00:00'Z'}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Preferred-Languages: {(language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? language : language + ", en")}\r\n");
        // Only an address with TLS may be named as the true one.
        if (canonical.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) text.Append(CultureInfo.InvariantCulture, $"Canonical: {canonical}\r\n");
        return TypedResults.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }
}
