using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NewsSite.Hosting;

namespace NewsSite.Features.Accounts;

/// <summary>The newsroom's cookies: how they are named, when they must be secure, and small sealed values in them.</summary>
public sealed class StaffCookies(IDataProtectionProvider protection, IOptions<NewsSiteOptions> options, TimeProvider clock)
{
    /// <summary>Somebody is signed in.</summary>
    public const string Session = "session";

    /// <summary>The right password was given; the second factor is still to come.</summary>
    public const string Pending = "pending";

    /// <summary>This browser has signed in before: see <see cref="GuessLimits"/>.</summary>
    public const string Device = "device";

    /// <summary>A passkey was asked for and has not answered yet.</summary>
    public const string Passkey = "passkey";

    private bool IsFirstTry => Uri.TryCreate(options.Value.BaseUrl, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;

    /// <summary>With the prefix by which browsers refuse the cookie to other hosts and to plain HTTP, except when the site is tried on one's own machine.</summary>
    public string NameOf(string cookie) => IsFirstTry ? "newsroom-" + cookie : "__Host-newsroom-" + cookie;

    public bool MustBeSecure(HttpRequest request) => !IsFirstTry || request.IsHttps || !IsLoopback(request.Host.Host);

    public void Put(HttpContext context, string cookie, string value, TimeSpan life)
    {
        var expires = clock.GetUtcNow() + life;
        var sealedValue = Protector(cookie).Protect(string.Create(CultureInfo.InvariantCulture, $"{expires.ToUnixTimeSeconds()} {value}"));
        // The end is sealed in: a short one is not left to the browser's clock as well.
        DateTimeOffset? known = life > TimeSpan.FromDays(1) ? expires : null;
        context.Response.Cookies.Append(NameOf(cookie), sealedValue, new CookieOptions { Expires = known, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", Secure = true });
    }

    /// <returns>Null when there is none, or it has expired or was not made here.</returns>
    public string? Read(HttpContext context, string cookie)
    {
        if (context.Request.Cookies[NameOf(cookie)] is not { } sealedValue) return null;
        try
        {
            var parts = Protector(cookie).Unprotect(sealedValue).Split(' ', 2);
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds() ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remove(HttpContext context, string cookie) =>
        context.Response.Cookies.Delete(NameOf(cookie), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", Secure = true });

    private IDataProtector Protector(string cookie) => protection.CreateProtector("NewsSite.StaffCookies", cookie);

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}
