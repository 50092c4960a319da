using System.Globalization;
using NewsSite.Data.Accounts;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Invites somebody of each row's name, and looks at the pages that then show it.</summary>
internal sealed class InvitationTrip(Stage stage)
{
    private const string Door = "POST admin/people?handler=Invite";
    private const string Invited = nameof(Invited);
    private const string After = " | invited";

    private static readonly (string Surface, string Url)[] Pages = [("GET admin/people" + After, "/admin/people"), ("GET admin/log" + After, "/admin/log")];
    private static readonly Box Name = new("form.Name", StaffAccount.MaxNameLength);

    public async Task LearnAsync()
    {
        await stage.LearnAsync(Door + After, Invite(Marks.Of(Invited), "twin"));
        foreach (var (surface, url) in Pages) await stage.LearnAsync(surface, new Question(url));
    }

    public async Task TryAsync(IEnumerable<Row> rows)
    {
        foreach (var batch in rows.Chunk(18)) // the log shows fifty lines
        {
            var names = new List<Filled>();
            foreach (var row in batch)
            {
                if (await InviteAsync(row) is { } name) names.Add(name);
            }

            await stage.ReadAsync([.. Pages.Select(page => (page.Surface, new Question(page.Url), (IReadOnlyList<Filled>)names))]);
            foreach (var (surface, url) in Pages) await stage.OpenAsync(surface, url, names);
        }
    }

    private async Task<Filled?> InviteAsync(Row row)
    {
        stage.Tally.Tried($"{Door} {Name.Name}");
        if (!Name.Fits(row.Text))
        {
            stage.Tally.LeftOut($"{Door} {Name.Name}");
            return null;
        }

        var filled = new Filled().With(Invited, Name.Clean(row.Text).Trim());
        var question = Invite(row.Text, string.Create(CultureInfo.InvariantCulture, $"row-{row.Number}"));
        var sight = (await stage.AskAsync(question with { Wanted = stage.Twins.Wanted(Door + After + " | read") }))[0];
        stage.Judge(Door + After, question.Url, sight, filled);
        return filled;
    }

    private static Question Invite(string name, string mailbox) => new(
        "/admin/people?handler=Invite", "/admin/people", [[Name.Name, name], ["form.Email", mailbox + "@courier.example"], ["form.Work.Role", "Contributor"]]);
}
