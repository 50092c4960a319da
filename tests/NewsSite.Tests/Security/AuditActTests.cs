using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Security;

/// <summary>Every act and its entry in the audit log stand or fall together.</summary>
public sealed class AuditActTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_act_is_done_that_cannot_be_written_down_and_each_that_is_done_is_written_once()
    {
        await using var acts = await Acts.OpenAsync();
        var (wrong, done) = (new List<string>(), new HashSet<AuditAction>());

        foreach (var act in acts.All)
        {
            await act.Prepare();
            await BreakAsync(acts.App, isBroken: true);
            var before = await acts.App.TableHashesAsync();
            var claimed = await act.Do();
            var changed = (await acts.App.TableHashesAsync()).Where(table => before[table.Key] != table.Value).Select(table => table.Key).ToList();
            if (claimed || changed.Count > 0) wrong.Add($"{act.Name}: {(claimed ? "said to be done" : "refused")} without its entry; changed: {string.Join(", ", changed)}");

            await BreakAsync(acts.App, isBroken: false);
            var last = await acts.App.WithDatabaseAsync(db => db.AuditLog.MaxAsync(entry => entry.Id, Ct));
            if (!await act.Do()) wrong.Add($"{act.Name}: not done");
            var rows = await acts.App.WithDatabaseAsync(db => db.AuditLog.Where(entry => entry.Id > last).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Ct));
            if (!rows.SequenceEqual(act.Rows)) wrong.Add($"{act.Name}: wrote {string.Join(", ", rows)}");
            done.UnionWith(rows);
        }

        Assert.Empty(wrong);
        Assert.Equal(Enum.GetValues<AuditAction>().Except([AuditAction.SignInRefused]).Order(), done.Order());
    }

    [Fact]
    public async Task The_first_administrator_too_is_made_with_the_entry_or_not_at_all()
    {
        using var app = new NewsApp();
        using var browser = new StaffBrowser(app);
        var link = await app.SetupLinkAsync();
        var form = new Dictionary<string, string>
        {
            ["form.Name"] = "Ines Maddern",
            ["form.Email"] = StaffRoom.Admin,
            ["form.Password"] = StaffRoom.Password,
            ["form.SiteName"] = "The Evening Tide",
            ["form.TimeZone"] = "Europe/Lisbon",
        };
        await BreakAsync(app, isBroken: true);
        var before = await app.TableHashesAsync();

        Assert.Equal(500, (int)(await browser.SubmitAsync(link, form)).Status);

        Assert.Equal(before, await app.TableHashesAsync());
        await BreakAsync(app, isBroken: false);
        Assert.Equal("/admin", (await browser.SubmitAsync(link, form)).Location);
        Assert.Equal([AuditAction.AccountCreated, AuditAction.SignedIn], await app.WithDatabaseAsync(db => db.AuditLog.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Nothing_written_down_is_ever_changed_or_taken_back()
    {
        using var app = new NewsApp();
        await app.HireAsync(StaffRoom.Admin);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.WithDatabaseAsync(db => db.AuditLog.ExecuteDeleteAsync(Ct)));
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => app.WithDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditLog SET Name = 'Somebody else'", Ct)));
    }

    private static Task<int> BreakAsync(NewsApp app, bool isBroken) => app.WithDatabaseAsync(db => isBroken
        ? db.Database.ExecuteSqlAsync($"CREATE TRIGGER No_room BEFORE INSERT ON AuditLog BEGIN SELECT RAISE(ABORT, 'no room'); END", Ct)
        : db.Database.ExecuteSqlAsync($"DROP TRIGGER No_room", Ct));
}
