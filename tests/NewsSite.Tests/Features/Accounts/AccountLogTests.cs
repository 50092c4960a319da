using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

public sealed class AccountLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_changed_whose_account_is_written_down()
    {
        using var app = new NewsApp();
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator, "Ines Maddern");
        using var admin = await app.BrowserOfAsync(StaffRoom.Admin);
        await admin.SubmitAsync("/admin/people", new Dictionary<string, string> { ["form.Name"] = "Ruth Calloway", ["form.Email"] = "ruth@courier.example", ["form.Work.Role"] = "Author" }, "Invite");
        var ruth = await app.WithDatabaseAsync(db => db.Users.Where(account => account.Email == "ruth@courier.example").Select(account => account.Id).SingleAsync(Ct));
        foreach (var (handler, more) in new[] { ("Assign", "Editor"), ("Link", ""), ("Disable", ""), ("Enable", "") })
            await admin.SubmitAsync("/admin/people", new Dictionary<string, string> { ["id"] = $"{ruth}", ["form.Role"] = more }, handler);
        await admin.SubmitAsync("/account/security", new Dictionary<string, string> { ["form.Current"] = StaffRoom.Password, ["form.Wanted"] = "five grey herons wade" }, "Password");
        await admin.SubmitAsync("/account/security", new Dictionary<string, string>(), "EndAll");

        Assert.Equal(
        [
            "Command line AccountCreated Ines Maddern: invited as Administrator",
            "Ines Maddern CredentialChanged Ines Maddern: invitation accepted, password chosen",
            "Ines Maddern SignedIn Ines Maddern: Firefox on Linux",
            "Ines Maddern AccountCreated Ruth Calloway: invited as Author",
            "Ines Maddern AccountChanged Ruth Calloway: role: Author → Editor; sections: 0 → 0",
            "Ines Maddern CredentialChanged Ruth Calloway: link made for choosing a password",
            "Ines Maddern AccountChanged Ruth Calloway: disabled",
            "Ines Maddern AccountChanged Ruth Calloway: enabled",
            "Ines Maddern CredentialChanged Ines Maddern: password changed",
            "Ines Maddern SignedIn Ines Maddern: Firefox on Linux",
            "Ines Maddern CredentialChanged Ines Maddern: signed out everywhere",
        ], await LinesAsync(app));
    }

    [Fact]
    public async Task Refusals_hold_nothing_that_was_typed_and_guessing_does_not_flood_the_log()
    {
        using var app = new NewsApp();
        await app.HireAsync("ruth@courier.example", name: "Ruth Calloway");
        using var browser = new StaffBrowser(app);

        for (var i = 0; i < 5; i++)
        {
            await browser.SignInAsync("ruth@courier.example", "a wrong password " + i);
            await browser.SignInAsync("my secret password in the wrong field " + i, "x");
        }

        var refused = (await LinesAsync(app)).Where(line => line.Contains("SignInRefused", StringComparison.Ordinal)).ToList();
        Assert.Equal(["Somebody not signed in SignInRefused Ruth Calloway: ", "Somebody not signed in SignInRefused Somebody: "], refused.Order());
        Assert.DoesNotContain(await LinesAsync(app), line => line.Contains("wrong", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_factor_that_comes_and_goes_is_written_down_without_its_key()
    {
        using var app = new NewsApp();
        await app.HireAsync("ruth@courier.example", name: "Ruth Calloway");
        using var browser = await app.BrowserOfAsync("ruth@courier.example");
        var page = await browser.GetAsync("/account/authenticator");
        var key = SecondFactorTests.KeyOf(page);

        await browser.SubmitAsync(page, "/account/authenticator", new Dictionary<string, string> { ["form.Code"] = TimeCode.At(key, app.Clock.GetUtcNow()), ["form.Password"] = StaffRoom.Password }, "Start");
        await browser.SubmitAsync("/account/authenticator", new Dictionary<string, string> { ["form.Password"] = StaffRoom.Password }, "Codes");
        await browser.SubmitAsync("/account/authenticator", new Dictionary<string, string> { ["form.Password"] = StaffRoom.Password }, "Stop");

        var lines = (await LinesAsync(app)).Where(line => line.Contains("CredentialChanged", StringComparison.Ordinal)).Skip(1).Select(line => line.Split(": ")[1]);
        Assert.Equal(["authenticator app added, new recovery codes", "new recovery codes", "authenticator app and recovery codes removed"], lines);
    }

    private static Task<List<string>> LinesAsync(NewsApp app) => app.WithDatabaseAsync(db =>
        db.AuditLog.OrderBy(entry => entry.Id).Select(entry => $"{entry.Name} {entry.Action} {entry.Subject}: {entry.Detail}").ToListAsync(Ct));
}
