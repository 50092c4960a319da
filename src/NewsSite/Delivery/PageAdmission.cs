using NewsSite.Features.Accounts;
using NewsSite.Hosting;

namespace NewsSite.Delivery;

/// <summary>Says who may have a page from the store.</summary>
internal sealed class PageAdmission(KnownHosts hosts, StaffCookies cookies)
{
    private readonly string session = cookies.NameOf(StaffCookies.Session);

    /// <returns>The page's key; null for what no store holds, and for whom the rest of the pipeline turns away.</returns>
    public string? KeyOf(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return null;
        return hosts.Has(request.Host) && !AsksForJson(request) ? PageKey.Of(request) : null;
    }

    /// <summary>Whether the request comes from a browser in which somebody of the staff is, or was, signed in.</summary>
    public bool IsStaff(HttpRequest request) => request.Headers.Cookie.Count > 0 && request.Cookies.ContainsKey(session);

    // The newsroom's scripts do, and are answered so even where there is no page.
    private static bool AsksForJson(HttpRequest request) =>
        request.Headers.Accept is { Count: > 0 } accept && accept[0]!.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
}
