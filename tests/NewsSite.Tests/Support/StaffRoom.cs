using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;
using NewsSite.Features.Setup;

namespace NewsSite.Tests.Support;

/// <summary>A site with people in it.</summary>
public static class StaffRoom
{
    public const string Password = "four grey herons wade";
    public const string Admin = "ines@courier.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<string> SetupLinkAsync(this NewsApp app) =>
        app.InScopeAsync(async services => (await services.GetRequiredService<SetupDesk>().OfferAsync(Ct))!);

    /// <param name="sections">Ids, for an editor.</param>
    /// <returns>The account's id.</returns>
    public static Task<long> HireAsync(this NewsApp app, string email, StaffRole role = StaffRole.Author, string name = "Tomas Okell", params long[] sections) =>
        app.InScopeAsync(async services =>
        {
            var invited = await services.GetRequiredService<StaffDesk>().InviteAsync(email, name, role, sections, Actor.CommandLine, Ct);
            Assert.Null(invited.Complaint);
            var token = invited.Link!.Split("token=")[1];
            var outcome = await services.GetRequiredService<PasswordDesk>().SetByLinkAsync(LinkPurpose.Invitation, token, Password, Ct);
            Assert.Null(outcome!.Complaint);
            return invited.AccountId!.Value;
        });

    /// <summary>For tests that share a site.</summary>
    public static async Task<long> HireOnceAsync(this NewsApp app, string email, StaffRole role = StaffRole.Author) =>
        await app.InScopeAsync(services => services.GetRequiredService<StaffDirectory>().IdOfAsync(email, Ct)) ?? await app.HireAsync(email, role);

    public static Task<Answer> SignInAsync(this StaffBrowser browser, string email, string password = Password, string url = "/account/sign-in") =>
        browser.SubmitAsync(url, new Dictionary<string, string> { ["form.Email"] = email, ["form.Password"] = password });

    /// <summary>A browser in which the account is signed in.</summary>
    public static async Task<StaffBrowser> BrowserOfAsync(this NewsApp app, string email)
    {
        var browser = new StaffBrowser(app);
        var answer = await browser.SignInAsync(email);
        Assert.True(answer.Status is HttpStatusCode.Found, answer.Errors);
        return browser;
    }

    public static async Task<bool> IsInAsync(this StaffBrowser browser) => (await browser.GetAsync("/admin")).Status is HttpStatusCode.OK;
}
