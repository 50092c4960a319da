using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace NewsSite.Features.Accounts;

/// <summary>Asks with each request whether the session still stands, and as whom.</summary>
internal sealed class SessionCookieEvents(StaffSessions sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var token = context.Principal?.SessionToken();
        if (token is not null && await sessions.FindAsync(token, context.HttpContext.RequestAborted) is { } member)
        {
            context.ReplacePrincipal(StaffClaims.Principal(member, token));
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Policies.Scheme);
        }
    }

    // A path only: a request's Host header is anybody's word. After a form, there is nothing to come back to.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (IsFromScript(request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(request.Method) ? QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString) : default;
        context.Response.Redirect(SiteUrls.Staff.SignIn + back);
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A script cannot fill in the sign-in form, and would take it for its answer.
    private static bool IsFromScript(HttpRequest request) =>
        request.Headers.Accept.Any(accepted => accepted?.Contains("application/json", StringComparison.OrdinalIgnoreCase) is true);
}
