using Microsoft.AspNetCore.Authorization;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>Who may come in: every policy of the newsroom, by name.</summary>
public static class Policies
{
    /// <summary>The authentication scheme behind them all; none is the default, so readers' pages never look at a cookie.</summary>
    public const string Scheme = "Newsroom";

    /// <summary>Anybody who is signed in.</summary>
    public const string Staff = "staff";

    /// <summary>Authors and those above.</summary>
    public const string Authors = "authors";

    /// <summary>Editors and administrators.</summary>
    public const string Editors = "editors";

    public const string Administrators = "administrators";

    internal static void Fill(AuthorizationOptions options)
    {
        Add(options, Staff, StaffRole.Contributor);
        Add(options, Authors, StaffRole.Author);
        Add(options, Editors, StaffRole.Editor);
        Add(options, Administrators, StaffRole.Administrator);
    }

    private static void Add(AuthorizationOptions options, string name, StaffRole least) => options.AddPolicy(name, policy => policy
        .AddAuthenticationSchemes(Scheme)
        .RequireAuthenticatedUser()
        .RequireRole(Enum.GetNames<StaffRole>().Skip((int)least)));
}
