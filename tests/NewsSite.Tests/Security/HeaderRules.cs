using System.Net.Http.Headers;

namespace NewsSite.Tests.Security;

/// <summary>What every answer must carry.</summary>
internal static class HeaderRules
{
    private static readonly string[] Always =
    [
        "default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
    ];

    private static readonly string[] Forms = ["form-action 'self'", "form-action 'none'"];
    private static readonly string[] Types = ["trusted-types 'none'", "trusted-types newsroom"];
    private static readonly string[] Scripts = ["script-src 'self'"];
    private static readonly string[] Referrers = ["same-origin", "strict-origin-when-cross-origin", "no-referrer"];
    private static readonly string[] CookieParts = ["secure", "httponly", "path=/"];

    /// <returns>One line for each rule that the answer breaks.</returns>
    /// <param name="isNewsroom">Kept by nobody, cookies allowed.</param>
    /// <param name="isHttps">Of the site's public address.</param>
    public static IEnumerable<string> Faults(HttpResponseMessage answer, bool isNewsroom, bool isHttps = true) =>
    [
        .. PolicyFaults(answer),
        .. Fault(One(answer, "X-Frame-Options") is not "DENY", "framing in old browsers"),
        .. Fault(One(answer, "X-Content-Type-Options") is not "nosniff", "nosniff"),
        .. Fault(!Referrers.Contains(One(answer, "Referrer-Policy")), "referrer policy"),
        .. Fault(One(answer, "Permissions-Policy") is not { } permissions || !permissions.Contains("camera=()", StringComparison.Ordinal), "permissions policy"),
        .. Fault(One(answer, "Cross-Origin-Opener-Policy") is not "same-origin", "opener policy"),
        .. Fault(One(answer, "Cross-Origin-Resource-Policy") is not "same-origin", "resource policy"),
        .. Fault(One(answer, "Strict-Transport-Security") != (isHttps ? "max-age=31536000; includeSubDomains" : null), "HSTS"),
        .. Fault(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), "names its software"),
        .. Fault(answer.Content.Headers.ContentType is { CharSet: null } type && IsText(type), "charset of " + answer.Content.Headers.ContentType),
        .. Fault(isNewsroom && answer.Headers.CacheControl?.NoStore is not true, "no-store"),
        .. CookieFaults(answer, isNewsroom),
    ];

    private static IEnumerable<string> PolicyFaults(HttpResponseMessage answer)
    {
        if (One(answer, "Content-Security-Policy") is not { } policy) return ["content policy"];

        var parts = policy.Split(';', StringSplitOptions.TrimEntries);
        var isPicture = answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType?.StartsWith("image/", StringComparison.Ordinal) is true && !IsOwnPicture(answer);
        return
        [
            .. Always.Except(parts),
            .. Fault(!parts.Any(Forms.Contains), "form-action"),
            .. Fault(!parts.Any(Types.Contains), "trusted-types"),
            .. parts.Where(part => part.StartsWith("script-src", StringComparison.Ordinal)).Except(Scripts),
            .. Fault(policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal) || policy.Contains("nonce", StringComparison.Ordinal), "loose policy"),
            .. Fault(isPicture && !parts.Contains("sandbox"), "sandbox"),
            .. Fault(parts.Select(part => part.Split(' ')[0]).Distinct().Count() != parts.Length, "a directive twice"),
        ];
    }

    private static IEnumerable<string> CookieFaults(HttpResponseMessage answer, bool isNewsroom)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var parts = cookie.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries);
            if (!isNewsroom) yield return "a cookie for readers";
            if (!cookie.StartsWith("__Host-newsroom-", StringComparison.Ordinal)) yield return "name of a cookie";
            if (CookieParts.Except(parts).Any() || parts.Any(part => part.StartsWith("domain", StringComparison.Ordinal))) yield return "a loose cookie";
            if (!parts.Any(part => part is "samesite=lax" or "samesite=strict")) yield return "SameSite";
        }
    }

    // The site's own files under img/ came with the program and not from anybody.
    private static bool IsOwnPicture(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/img/", StringComparison.Ordinal);

    private static bool IsText(MediaTypeHeaderValue type) =>
        type.MediaType!.StartsWith("text/", StringComparison.Ordinal) || type.MediaType.EndsWith("xml", StringComparison.Ordinal) || type.MediaType.EndsWith("javascript", StringComparison.Ordinal);

    private static string? One(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) && values.ToList() is [var only] ? only : null;

    private static IEnumerable<string> Fault(bool isBroken, string name) => isBroken ? [name] : [];
}
