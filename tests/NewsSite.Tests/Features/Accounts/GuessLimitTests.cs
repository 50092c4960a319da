using System.Net;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Accounts;

public sealed class GuessLimitTests
{
    [Fact]
    public async Task Guessing_is_stopped_with_a_time_to_wait_and_does_not_lock_the_owner_s_browser_out()
    {
        using var app = new NewsApp();
        await app.HireAsync("victim@courier.example");
        using var owner = await app.BrowserOfAsync("victim@courier.example");
        await owner.SubmitAsync("/account/sign-out", new Dictionary<string, string>());
        using var guesser = new StaffBrowser(app) { Address = "203.0.113.7" };

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++) statuses.Add((await guesser.SignInAsync("victim@courier.example", $"guess number {i} of many")).Status);
        guesser.Address = "198.51.100.9"; // another address, or a forged one: the account still counts
        var last = await guesser.SignInAsync("VICTIM@courier.example", StaffRoom.Password);

        Assert.Equal(9, statuses.Count(status => status is HttpStatusCode.OK)); // the owner's first sign-in was the tenth
        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Found, (await owner.SignInAsync("victim@courier.example")).Status);
    }

    [Fact]
    public async Task Accounts_that_do_not_exist_are_limited_in_the_same_way()
    {
        using var app = new NewsApp();
        using var guesser = new StaffBrowser(app);

        var answers = new List<Answer>();
        for (var i = 0; i < 11; i++) answers.Add(await guesser.SignInAsync("nobody@courier.example", "one guess like another"));

        Assert.Equal(10, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);
    }

    [Fact]
    public async Task One_address_that_tries_many_accounts_is_stopped_and_a_neighbour_is_not()
    {
        using var app = new NewsApp();
        await app.HireAsync("neighbour@courier.example");
        using var guesser = new StaffBrowser(app) { Address = "203.0.113.7" };
        var form = await guesser.GetAsync("/account/sign-in");

        HttpStatusCode last = default;
        for (var i = 0; i < 61; i++)
        {
            last = (await guesser.SubmitAsync(form, "/account/sign-in", new Dictionary<string, string>
            {
                ["form.Email"] = $"person{i}@courier.example",
                ["form.Password"] = new string('x', 300), // refused before it costs anything
            })).Status;
        }

        using var neighbour = new StaffBrowser(app) { Address = "203.0.113.8" };
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.Found, (await neighbour.SignInAsync("neighbour@courier.example")).Status);
    }
}
