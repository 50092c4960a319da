using System.Globalization;
using NewsSite.Features.Newsroom;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>Writes an article a row in the newsroom, and opens whatever then holds it.</summary>
internal sealed class ArticleTrip(Stage stage, string picture)
{
    private const string New = "/admin/articles/new";
    private const string EditorDoor = "GET admin/articles/{id:long}";
    private const string StepDoor = "POST admin/articles/{id:long}?handler=Step";
    private const string HistoryDoor = "GET admin/articles/{id:long}/history";
    private const string ChangesDoor = "GET admin/articles/{id:long}/changes";
    private const string MergeDoor = "GET admin/articles/{id:long}/merge/{number:int}";
    private const string PublicDoor = "GET {section}/{slug}";
    private const string PreviewDoor = "POST admin/articles/{id:long}?handler=Preview";
    private const string TagDoor = "GET tag/{slug}";
    private const string AuthorDoor = "GET author/{slug}";

    /// <summary>Lists in which the newest articles stand.</summary>
    private static readonly (string Surface, string Url, bool ShowsAll)[] Lists =
    [
        ("GET ", "/", false), ("GET {section}", "/harbour", true), ("GET search", "/search?q=zqhitqz", true), ("GET admin", "/admin?pile=Published", true),
        (@"GET {year:regex(^\d{{4}}$)}/{month:regex(^\d{{2}}$)}/{day:regex(^\d{{2}}$)}", "/2026/11/22", true),
        ("GET admin/front", "/admin/front", true), ("GET admin/front/preview", "/admin/front/preview", false), ("GET admin/log", "/admin/log", false), ("GET admin/settings/tags", "/admin/settings/tags", false), ("GET admin/settings/authors", "/admin/settings/authors", false),
        ("GET admin/people", "/admin/people", false), ("GET admin/articles/new", New, false),
    ];

    public async Task LearnAsync()
    {
        var twin = new Sheet(null);
        var marked = twin.Posted("twin", picture);
        List<string[]> lonely = [.. marked.Where(field => field[0] is not (nameof(ArticleForm.Series) or nameof(ArticleForm.Slug)))];
        var first = await WriteAsync("twin", marked, Marks.Of("Note"));
        for (var n = 0; n < 24; n++) await WriteAsync($"alone-{n}", [.. lonely, [nameof(ArticleForm.Series), $"Series {n}"], [nameof(ArticleForm.Slug), $"alone-{n}"]], Marks.Of("Note"));
        await WriteAsync("few", [.. lonely.Where(field => field[0] is not ("Tags" or "Byline" or "Body")), ["Tags", "Few"], ["Byline", "Few"], ["Body", "The only one: zqonceqz."], ["Slug", "few"]], Marks.Of("Note"));
        await WriteAsync("last", [.. lonely, ["Slug", "last"]], Marks.Of("Note"));
        foreach (var slug in new[] { "twin", "alone-0", "few" })
        {
            var page = await stage.LearnAsync(PublicDoor, new Question("/harbour/" + slug));
            await stage.LearnAsync(TagDoor, new Question(page.First("tag")!));
            await stage.LearnAsync(AuthorDoor, new Question(page.First("author")!));
        }

        await stage.LearnAsync(PublicDoor, new Question("/harbour/file-twin"));
        await stage.LearnAsync(EditorDoor, new Question(first.Url));
        foreach (var (surface, url, _) in Lists)
        {
            for (var (page, next) = (0, url); next is not null && page < 3; page++) next = (await stage.LearnAsync(surface, new Question(next))).First("next");
        }

        await stage.LearnAsync(StepDoor, Step(first.Url, "Update", first.First("version"), twin.PostedEverywhere(), ""));
        await stage.LearnAsync(EditorDoor + " | all fields", new Question(first.Url));
        var gone = await WriteAsync("gone", [.. lonely, [nameof(ArticleForm.Slug), "gone"]], Marks.Of("Note"));
        await AskAsync(Step(gone.Url, "Retract", gone.First("version"), [.. lonely, [nameof(ArticleForm.Slug), "gone"]], Marks.Of("Note")));
        await stage.LearnAsync(PublicDoor + " | retracted", new Question("/harbour/gone"));
        await stage.LearnAsync(EditorDoor + " | retracted", new Question(gone.Url));
    }

    public async Task TryAsync(IEnumerable<Row> rows)
    {
        foreach (var batch in rows.Chunk(18)) // a list shows twenty, the log fifty lines
        {
            var written = new List<Written>();
            foreach (var half in batch.Chunk(9))
            {
                var some = await Task.WhenAll(half.Select(WriteAsync));
                await stage.ReadAsync(("GET admin/log", new Question("/admin/log"), Headlines(some)));
                written.AddRange(some);
            }

            await WriteAsync($"after-{batch[^1].Number}", new Sheet(null).Posted($"after-{batch[^1].Number}", picture), "");
            foreach (var (surface, url, showsAll) in Lists)
                await stage.OpenAsync(surface, url, showsAll ? Headlines(written) : []);
            foreach (var each in written) await LookAsync(each);
            await stage.ReadAsync([.. written.SelectMany(each => each.Names)]);
            foreach (var (surface, question, _) in written.Where(each => each.Number % 8 == 2).SelectMany(each => each.Names)) await stage.OpenAsync(surface, question.Url);
            foreach (var each in written) await RetractAsync(each);
        }
    }

    /// <summary>Types every row into one editor, without the policy and with it, and looks at what is drawn beside the text.</summary>
    public async Task TypeAsync(IEnumerable<Row> rows, Visitor[] typists)
    {
        await Task.WhenAll(typists.Select(async typist =>
        {
            // Each has a draft of their own: the page saves what is typed.
            var draft = (await AskAsync(new Question(New + "?handler=Save", New, [["Headline", "Harmless"], ["Body", "Harmless."], ["Section", "1"], ["Version", "0"]]))).Json!;
            await typist.GoAsync(Sight.Parse<Dictionary<string, object>>(draft)["url"].ToString()!);
            var twin = await typist.TypeAsync(new Sheet(null).Posted("twin", picture));
            Assert.Empty(twin.Deeds);
            lock (stage.Twins) stage.Twins.Learn(PreviewDoor + " | typed", twin.Sight!);
            foreach (var row in rows)
            {
                var sheet = new Sheet(row.Text);
                stage.Judge(PreviewDoor, " | typed", await typist.TypeAsync(sheet.Posted("typed", picture), stage.Twins.Wanted(PreviewDoor + " | typed")), [sheet.Kept()]);
            }
        }));
    }

    /// <summary>Opens the articles that files made of the rows.</summary>
    public async Task OpenFilesAsync(IReadOnlyList<Row> rows)
    {
        foreach (var kept in rows.Select(Edition.Kept)) stage.Twins.Spell(kept[Marks.Of("Tags")].Concat(kept[Marks.Of("Byline")]));
        foreach (var row in rows) await stage.OpenAsync(PublicDoor, FileUrl(row), Edition.Kept(row));
    }

    private static string FileUrl(Row row) => "/harbour/" + Edition.NameOf(row);

    private static List<Filled> Headlines(IEnumerable<Written> written) => [.. written.Select(each => each.Sheet.Kept().Somewhere(nameof(ArticleForm.Headline)))];

    private async Task LookAsync(Written article)
    {
        var url = "/harbour/" + article.Slug;
        var kept = article.Sheet.Kept();
        await stage.OpenAsync(PublicDoor, url, kept);
        var asked = await stage.ReadAsync(
            (PublicDoor, new Question(url), [kept]),
            (EditorDoor, new Question(article.Page.Url), [kept.With("Note", article.Note)]),
            (PublicDoor, new Question(FileUrl(article.Row)), [Edition.Kept(article.Row)]));
        var refused = await stage.ReadAsync(
            (StepDoor, Step(article.Page.Url, "Update", article.Page.First("version"), article.Sheet.PostedEverywhere(), ""), [article.Sheet.GivenBack()]));
        foreach (var field in Sheet.Fields.Concat(["Section", "PictureIsDecorative"])) stage.Tally.Tried($"{StepDoor} {field}");
        article.Names.AddRange(asked[0].Links["tag"].Select(link => (TagDoor, new Question(link), (IReadOnlyList<Filled>)[])));
        article.Names.AddRange(asked[0].Links["author"].Select(link => (AuthorDoor, new Question(link), (IReadOnlyList<Filled>)[])));
        if (article.Number % 8 == 0) await stage.OpenAsync(EditorDoor + " | all fields", article.Page.Url, article.Sheet.GivenBack());
        else await stage.ReadAsync((EditorDoor + " | all fields", new Question(article.Page.Url), [article.Sheet.GivenBack()]));
        article.Version = refused[0].First("version");
        await CompareAsync(article);
    }

    // The versions that were saved so far, and one that was refused.
    private async Task CompareAsync(Written article)
    {
        var url = new Uri(new Uri("http://127.0.0.1"), article.Page.Url).AbsolutePath;
        var merge = await AskAsync(new Question(url + "?handler=Merge", New, [.. article.Sheet.Posted("merged", picture), ["Version", "0"]]));
        var guess = await AskAsync(new Question(new Uri(merge.Url).AbsolutePath, url + "/history", [["choice[0].Key", article.Row.Text], ["choice[0].Value", "Mine"], ["version", "0"]]));
        stage.Tally.Tried("POST admin/articles/{id:long}/merge/{number:int} choice[0]");
        await AskAsync(new Question(url + "/history?handler=Name", url + "/history", [["number", "1"], ["name", article.Row.Text]]));
        stage.Tally.Tried("POST admin/articles/{id:long}/history?handler=Name name");
        Assert.True(guess.Status is 409 or 422 or 400, $"{guess.Url} answered {guess.Status}");
        if (article.Number % 8 is not (2 or 6)) return;
        await stage.WatchAsync(HistoryDoor, url + "/history");
        await stage.WatchAsync(ChangesDoor, url + "/changes");
        await stage.WatchAsync(MergeDoor, new Uri(merge.Url).AbsolutePath);
    }

    private async Task RetractAsync(Written article)
    {
        var retract = await AskAsync(Step(article.Page.Url, "Retract", article.Version, article.Sheet.Posted(article.Slug, picture), article.Note));
        stage.Tally.Tried(StepDoor + " note");
        var notice = new Filled().With("Note", article.Note);
        var url = "/harbour/" + article.Slug;
        await stage.ReadAsync((EditorDoor + " | retracted", new Question(retract.Url), [notice]), (PublicDoor + " | retracted", new Question(url), [notice]));
        if (article.Number % 8 == 4) await stage.OpenAsync(PublicDoor + " | retracted", url, notice);
    }

    private async Task<Written> WriteAsync(Row row)
    {
        var sheet = new Sheet(row.Text);
        var slug = string.Create(CultureInfo.InvariantCulture, $"row-{row.Number}");
        foreach (var field in sheet.LeftOut) stage.Tally.LeftOut($"{StepDoor} {field}");
        var note = Marks.Lines(row.Text).Trim() is { Length: > 0 and <= 2000 } fits ? fits : Marks.Of("Note");
        var page = await WriteAsync(slug, sheet.Posted(slug, picture), note, sheet);
        stage.Twins.Spell(sheet.Kept()[Marks.Of("Tags")].Concat(sheet.Kept()[Marks.Of("Byline")]));
        return new Written(row, slug, sheet, page, note);
    }

    private async Task<Sight> WriteAsync(string slug, List<string[]> fields, string note, Sheet? sheet = null)
    {
        var submitted = await FileAsync(New, "Submit", slug, fields, note, sheet);
        return await FileAsync(submitted.Url, "Publish", slug, sheet?.Posted(slug, picture) ?? fields, "", sheet, submitted.First("version"));
    }

    // A field that is refused is cleared, and the article tried again.
    private async Task<Sight> FileAsync(string url, string step, string slug, List<string[]> fields, string note, Sheet? sheet, string? version = null)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await AskAsync(Step(url, step, version, fields, note));
            if (page.Status is 200) return page;

            var cleared = page.Links.GetValueOrDefault("bad", []).Where(field => sheet?.Clear(field) is true).ToList();
            Assert.True(page.Status is 422 && cleared.Count > 0 && tries < 6, $"{slug}, {step}: {page.Status} {string.Join(' ', page.Links.GetValueOrDefault("said", []))}");
            foreach (var field in cleared) stage.Tally.Refused($"{StepDoor} {field}");
            (url, version, fields) = ($"/admin/articles/{page.First("sheet")}", page.First("version"), sheet!.Posted(slug, picture));
        }
    }

    private async Task<Sight> AskAsync(Question question) => (await stage.AskAsync(question))[0];

    private static Question Step(string url, string step, string? version, IEnumerable<string[]> fields, string note) =>
        new(new Uri(new Uri("http://127.0.0.1"), url).AbsolutePath + "?handler=Step", New, [.. fields, ["step", step], ["note", note], ["Version", version ?? "0"]]);

    private sealed record Written(Row Row, string Slug, Sheet Sheet, Sight Page, string Note)
    {
        public int Number => Row.Number;

        public string? Version { get; set; }

        /// <summary>Pages of its tags and authors.</summary>
        public List<(string Surface, Question Question, IReadOnlyList<Filled> Filled)> Names { get; } = [];
    }
}
