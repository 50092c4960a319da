using System.Globalization;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Posts forms with a row in their boxes: first where it can be kept, then everywhere.</summary>
internal sealed class FormTrip(Stage stage, IReadOnlyList<Form> forms)
{
    private const string Refused = " | refused";
    private const string Kept = " | kept";

    private readonly Dictionary<Form, string?> versions = [];

    /// <returns>What stands in place of the marks.</returns>
    public async Task<Filled> LearnAsync()
    {
        var all = new Filled();
        foreach (var form in forms)
        {
            var everywhere = form.Everywhere(null).Fields;
            versions[form] = (await stage.AskAsync(new Question(form.Page)))[0].First("version");
            Note(form, await stage.LearnAsync(form.Door + Refused, Ask(form, everywhere, 0)));
            foreach (var sample in form.Samples) Note(form, await stage.LearnAsync(form.Door + Refused, Ask(form, form.Everywhere(sample).Fields, 0)));
            if (!form.KeepsSomething) continue;

            var (fields, filled) = form.Keeping(null);
            Note(form, await stage.LearnAsync(form.Door + Kept, Ask(form, fields, 0)));
            foreach (var (mark, texts) in filled) all[mark] = texts;
        }

        return all;
    }

    /// <returns>What stands in place of the marks where the row could be kept.</returns>
    public async Task<Filled> KeepAsync(Row row)
    {
        var all = new Filled();
        foreach (var form in forms.Where(form => form.KeepsSomething))
        {
            var (fields, filled) = form.Keeping(row.Text);
            foreach (var box in form.Boxes.Where(box => box.IsFree))
            {
                stage.Tally.Tried($"{form.Door} {box.Name}");
                if (!box.Fits(row.Text)) stage.Tally.LeftOut($"{form.Door} {box.Name}");
            }

            var sight = await PostAsync(form, fields, filled, row);
            if (sight.Status is 200)
            {
                foreach (var (mark, texts) in filled) all[mark] = texts;
            }
            else
            {
                stage.Tally.Refused(form.Door);
                foreach (var box in form.Boxes.Where(box => box.IsFree)) all[form.MarkOf(box)] = [form.MarkOf(box)];
                var harmless = await stage.AskAsync(Ask(form, form.Keeping(null).Fields, row.Number));
                Assert.True(harmless[0].Status is 200, $"{form.Door} refuses harmless words after {row.Id}: {harmless[0].Status} {string.Join(' ', harmless[0].Links.GetValueOrDefault("said", []))}");
                Note(form, harmless[0]);
            }
        }

        return all;
    }

    public async Task RefuseAsync(Row row)
    {
        foreach (var form in forms)
        {
            foreach (var box in form.Boxes) stage.Tally.Tried($"{form.Door} {box.Name}");
            var (fields, filled) = form.Everywhere(row.Text);
            if ((await PostAsync(form, fields, filled, row)).Status is not 200) stage.Tally.Refused(form.Door);
        }
    }

    private async Task<Sight> PostAsync(Form form, List<string[]> fields, Filled filled, Row row)
    {
        var question = Ask(form, fields, row.Number) with { Wanted = stage.Twins.Wanted(form.Door + Kept + " | read", form.Door + Refused + " | read") };
        var sight = (await stage.AskAsync(question))[0];
        Note(form, sight);
        if (sight.Status is 429) stage.Tally.Found(form.Door, $"was not tried: too many tries ({row.Id})");
        // A form that keeps nothing answers with its own page, whatever it thinks of the row.
        var way = sight.Status is 200 && form.KeepsSomething ? Kept : Refused;
        if (sight.Status is 200 && form.KeepsSomething) filled = Trimmed(filled);
        stage.Judge(stage.Twins.IsLike(AddressTrip.ErrorPage, sight) ? AddressTrip.ErrorPage : form.Door + way, question.Url, sight, filled);
        return sight;
    }

    private static Filled Trimmed(Filled filled)
    {
        var trimmed = new Filled();
        foreach (var (mark, texts) in filled) trimmed[mark] = [texts[0].Trim()];
        return trimmed;
    }

    private void Note(Form form, Sight sight) => versions[form] = sight.First("version") ?? versions[form];

    private Question Ask(Form form, List<string[]> fields, int number) => new(
        form.Url, form.Page, [.. fields, ["Version", versions[form] ?? "0"]],
        From: string.Create(CultureInfo.InvariantCulture, $"10.{number / 250}.{number % 250}.{forms.Index().First(each => each.Item == form).Index}"));
}
