using System.Globalization;
using System.Security.Claims;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>How a member of staff is written into a principal, and read back.</summary>
public static class StaffClaims
{
    private const string Session = "session";
    private const string Section = "section";
    private const string Byline = "byline";

    /// <summary>Who is signed in; call it only behind one of the <see cref="Policies"/>.</summary>
    public static StaffMember Member(this ClaimsPrincipal user) => new(
        Number(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        user.FindFirstValue(ClaimTypes.Name)!,
        Enum.Parse<StaffRole>(user.FindFirstValue(ClaimTypes.Role)!),
        [.. user.FindAll(Section).Select(claim => Number(claim.Value))],
        user.FindFirstValue(Byline) is { } id ? Number(id) : null);

    /// <returns>Null when nobody is signed in.</returns>
    internal static string? SessionToken(this ClaimsPrincipal user) => user.FindFirstValue(Session);

    /// <summary>What the cookie holds: only the key to the session. All else is read afresh with each request.</summary>
    internal static ClaimsPrincipal Ticket(string sessionToken) => new(new ClaimsIdentity([new Claim(Session, sessionToken)], Policies.Scheme));

    internal static ClaimsPrincipal Principal(StaffMember member, string sessionToken)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, Text(member.Id)),
            new(ClaimTypes.Name, member.Name),
            new(ClaimTypes.Role, member.Role.ToString()),
            new(Session, sessionToken),
            .. member.Sections.Select(id => new Claim(Section, Text(id))),
        ];
        if (member.AuthorId is { } author) claims.Add(new Claim(Byline, Text(author)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, Policies.Scheme));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
