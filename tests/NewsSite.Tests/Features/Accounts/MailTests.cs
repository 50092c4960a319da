using System.Net;
using System.Text.RegularExpressions;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

public sealed partial class MailTests
{
    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_letter_that_names_the_configured_address_only()
    {
        await using var box = new PostBox();
        using var app = NewsApp.Set(box.Settings);
        await app.HireAsync("forgetful@courier.example");
        using var browser = new StaffBrowser(app);

        var unknown = await browser.SubmitAsync("/account/forgot", Email("nobody@courier.example"));
        var known = await browser.SubmitAsync("/account/forgot", Email("forgetful@courier.example"));
        var letter = await box.NextAsync();

        Assert.Equal(Words(unknown, "nobody"), Words(known, "forgetful"));
        Assert.Contains("To: forgetful@courier.example", letter, StringComparison.Ordinal);
        var link = Link().Match(letter.Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal)).Value;
        Assert.StartsWith("https://courier.example/account/reset?token=", link, StringComparison.Ordinal);
        var done = await browser.SubmitAsync(new Uri(link).PathAndQuery, new Dictionary<string, string> { ["form.Password"] = "new words for old days" });
        Assert.Equal("/account/sign-in", done.Location);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("forgetful@courier.example", "new words for old days")).Status);
    }

    [Fact]
    public async Task An_invitation_goes_by_letter_and_is_then_not_shown()
    {
        await using var box = new PostBox();
        using var app = NewsApp.Set(box.Settings);
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator);
        using var admin = await app.BrowserOfAsync(StaffRoom.Admin);

        var invited = await admin.SubmitAsync("/admin/people", new Dictionary<string, string>
        {
            ["form.Name"] = "Leo",
            ["form.Email"] = "leo@courier.example",
            ["form.Work.Role"] = "Author",
        }, "Invite");

        Assert.Null(invited.Page.QuerySelector("#link"));
        Assert.Contains("/account/invite/accept?token", await box.NextAsync(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Email(string email) => new() { ["form.Email"] = email };

    private static string Words(Answer answer, string name) => answer.Page.QuerySelector("main")!.TextContent.Replace(name, "", StringComparison.Ordinal);

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
