using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Accounts;

namespace NewsSite.Benchmarks.Newsroom;

/// <summary>Whether the time of a refused sign-in tells an e-mail that has an account from one that has none.</summary>
internal static class SignInBenchmark
{
    private const int Rounds = 60;

    public static async Task<int> RunAsync()
    {
        await using var site = await BenchSite.OpenAsync();
        await site.InScopeAsync(async services =>
        {
            var staff = services.GetRequiredService<StaffDesk>();
            await InviteAsync(staff, "invited@courier.example");
            var known = await InviteAsync(staff, "known@courier.example");
            var disabled = await InviteAsync(staff, "disabled@courier.example");
            foreach (var account in new[] { known, disabled })
                await services.GetRequiredService<PasswordDesk>().SetByLinkAsync(LinkPurpose.Invitation, account.Link!.Split("token=")[1], "four grey herons wade", CancellationToken.None);
            await staff.DisableAsync(disabled.AccountId!.Value, Actor.CommandLine, CancellationToken.None);
            return true;
        });

        // Turn by turn, so that whatever else the machine does falls on all alike.
        string[] emails = ["known@courier.example", "unknown@courier.example", "disabled@courier.example", "invited@courier.example"];
        var times = emails.ToDictionary(email => email, _ => new List<double>());
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var email in emails)
            {
                var took = await site.InScopeAsync(async services =>
                {
                    var watch = Stopwatch.StartNew();
                    await services.GetRequiredService<CredentialCheck>().FindAsync(email, "not the right one");
                    return watch.Elapsed.TotalMilliseconds;
                });
                if (round >= 0) times[email].Add(took);
            }
        }

        var first = times[emails[0]].Order().ElementAt(Rounds / 2);
        foreach (var (email, each) in times)
        {
            var median = each.Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{email,-26} median {median,7:F2} ms, {median / first:F3} of a wrong password's"));
        }

        return 0;
    }

    private static Task<StaffOutcome> InviteAsync(StaffDesk staff, string email) =>
        staff.InviteAsync(email, "Somebody", StaffRole.Author, [], Actor.CommandLine, CancellationToken.None);
}
