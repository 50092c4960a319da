using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Features.Summaries.LanguageModel;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Summaries.LanguageModel;

/// <summary>From the command line to the page: nobody but the person who asked sees a draft before it is approved.</summary>
public sealed class ModelApprovalTests : IAsyncLifetime
{
    private const string Label = "Written by a language model; approved by Jane Doe.";

    private static readonly string Body = string.Join("\n\n", ModelBench.Article);

    private readonly NewsApp app = NewsApp.With(
        new Story { Slug = "quay", Headline = ModelBench.Headline, Body = Body },
        new Story { Slug = "own", Body = Body, More = "summary: The quay grows." },
        new Story { Slug = "without", Body = Body, More = "summary: false" },
        new Story { Slug = "short", Body = ModelBench.Article[0] });

    private ModelServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await ModelServer.StartAsync();
        server.Say(LanguageModelKind.OpenAI, ModelBench.Good);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_is_printed_kept_and_shown_under_the_approver_s_name()
    {
        var before = await SentencesAsync();

        var (code, printed) = await RunAsync("quay");
        Assert.Equal(0, code);
        Assert.Contains("Draft by OpenAI test-model", printed, StringComparison.Ordinal);
        Assert.Contains("The work costs 2.4 million crowns from the storm fund and begins in March.", printed, StringComparison.Ordinal);
        Assert.Contains("nearest in the article: Work begins in March and costs 2.4 million crowns", printed, StringComparison.Ordinal);
        Assert.Equal(before, await SentencesAsync());

        server.Say(LanguageModelKind.OpenAI, "Something else than what Jane Doe has read.");
        (code, printed) = await RunAsync("quay", "--approve", " Jane Doe ");
        Assert.True(code == 0, printed);
        Assert.Single(server.Requests); // approving asks nobody

        var page = await app.PageAsync("/harbour/quay");
        var box = page.QuerySelector("details.summary")!;
        Assert.Equal(Label, box.QuerySelector(".made")!.TextContent.Trim());
        Assert.StartsWith("The harbour board of Aldermoor voted to raise the quay", box.QuerySelector("li")!.TextContent.Trim(), StringComparison.Ordinal);
        var link = Assert.Single(box.QuerySelectorAll("li a")); // one of three stands word for word in the body
        Assert.Equal(ModelBench.Article[2], page.QuerySelector(link.GetAttribute("href")!)!.TextContent);
        Assert.Equal("OpenAI test-model", await app.WithDatabaseAsync(db => db.Articles.Where(article => article.Slug == Slug.Of("quay")).Select(article => article.Summary!.Method).SingleAsync(Ct)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "drafts")));
    }

    [Fact]
    public async Task A_wrong_setting_is_told_in_one_line()
    {
        var (code, printed) = await RunAsync("quay", "--NewsSite:LanguageModel:TimeoutSeconds=never");

        Assert.Equal(2, code);
        Assert.Equal("NewsSite:LanguageModel:TimeoutSeconds is “never”; write a number from 1 to 600.", printed.Trim());
    }

    [Fact]
    public async Task A_draft_that_fails_leaves_the_page_as_it_was_and_says_why()
    {
        var before = await SentencesAsync();
        server.Say(LanguageModelKind.OpenAI, "The work costs 2.9 million crowns from the storm fund.");

        var (code, printed) = await RunAsync("quay");

        Assert.Equal(1, code);
        Assert.Contains("The article does not support: number “2.9 million”", printed, StringComparison.Ordinal);
        Assert.Contains("  " + before[0], printed, StringComparison.Ordinal);
        Assert.Equal(NoDraftReason.NothingWaiting, (await ApproveAsync("quay", "Jane Doe")).Why?.Reason);
        Assert.Equal(before, await SentencesAsync());
    }

    [Theory]
    [InlineData(LanguageModelKind.OpenAI, "/v1/chat/completions")]
    [InlineData(LanguageModelKind.Ollama, "/api/chat")]
    public async Task What_is_sent_is_the_article_between_marks_with_the_key_in_its_header(LanguageModelKind kind, string path)
    {
        await DraftAsync("quay", kind);

        var request = Assert.Single(server.Requests);
        Assert.Equal((path, $"Bearer {ModelBench.Key}"), (request.Path, request.Authorization));
        using var json = JsonDocument.Parse(request.Body);
        Assert.Equal("test-model", json.RootElement.GetProperty("model").GetString());
        Assert.False(json.RootElement.TryGetProperty("tools", out var tools) && tools.ValueKind is JsonValueKind.Array && tools.GetArrayLength() > 0);
        var messages = json.RootElement.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user"], messages.Select(message => message.GetProperty("role").GetString()));
        var article = TextOf(messages[1]);
        var mark = article[..(article.IndexOf('>', StringComparison.Ordinal) + 1)];
        Assert.Contains(mark, TextOf(messages[0]), StringComparison.Ordinal);
        Assert.EndsWith(mark.Replace("<", "</", StringComparison.Ordinal), article, StringComparison.Ordinal);
        Assert.Contains("three sentences", TextOf(messages[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("Aldermoor", TextOf(messages[0]), StringComparison.Ordinal);
        Assert.All(ModelBench.Article, paragraph => Assert.Contains(paragraph, article, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_of_a_text_that_has_changed_since_is_not_approved()
    {
        Assert.NotNull((await DraftAsync("quay")).Draft);
        app.Edition.Add(new Story { Slug = "quay", Headline = ModelBench.Headline, Body = Body + "\n\nThe vote was repeated on Tuesday." });
        await app.LoadAgainAsync();

        Assert.Equal(NoDraftReason.ArticleChanged, (await ApproveAsync("quay", "Jane Doe")).Why?.Reason);
        Assert.DoesNotContain(Label, (await app.PageAsync("/harbour/quay")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_gives_way_to_the_next_one_and_an_approval_needs_a_name()
    {
        Assert.NotNull((await DraftAsync("quay")).Draft);
        Assert.Equal(NoDraftReason.NoName, (await ApproveAsync("quay", " ")).Why?.Reason);
        Assert.Equal(NoDraftReason.NoName, (await ApproveAsync("quay", new string('J', 121))).Why?.Reason);

        server.Say(LanguageModelKind.OpenAI, "Nothing of the kind happened to anybody anywhere.");
        Assert.Null((await DraftAsync("quay")).Draft);
        Assert.Equal(NoDraftReason.NothingWaiting, (await ApproveAsync("quay", "Jane Doe")).Why?.Reason);
    }

    [Fact]
    public async Task Where_no_draft_is_wanted_nothing_is_sent()
    {
        Assert.Equal(NoDraftReason.OwnSummary, (await DraftAsync("own")).Why?.Reason);
        Assert.Equal(NoDraftReason.SwitchedOff, (await DraftAsync("without")).Why?.Reason);
        Assert.Equal(NoDraftReason.TooShort, (await DraftAsync("short")).Why?.Reason);
        Assert.Equal(NoDraftReason.NoSuchArticle, (await DraftAsync("nowhere")).Why?.Reason);
        Assert.Equal(NoDraftReason.NoSuchArticle, (await DraftAsync("No/Slug")).Why?.Reason);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_approved_summary_outlives_a_rebuild_and_may_be_drafted_anew()
    {
        await DraftAsync("quay");
        Assert.NotNull((await ApproveAsync("quay", "Jane Doe")).Draft);

        await app.Services.GetRequiredService<SummaryUpkeep>().RunAsync(Ct);
        Assert.Contains(Label, (await app.PageAsync("/harbour/quay")).QuerySelector("details.summary")!.TextContent, StringComparison.Ordinal);

        Assert.NotNull((await DraftAsync("quay")).Draft);
        Assert.NotNull((await ApproveAsync("quay", "John Roe")).Draft);
        Assert.Contains("approved by John Roe.", (await app.PageAsync("/harbour/quay")).QuerySelector("details.summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_draft_is_not_approved()
    {
        await DraftAsync("quay");
        await File.WriteAllTextAsync(Directory.GetFiles(Path.Combine(app.DataFolder, "drafts")).Single(), "{\"Text\":", Ct);

        Assert.Equal(NoDraftReason.NothingWaiting, (await ApproveAsync("quay", "Jane Doe")).Why?.Reason);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string TextOf(JsonElement message)
    {
        var content = message.GetProperty("content");
        return content.ValueKind is JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
    }

    private async Task<IReadOnlyList<string>> SentencesAsync() =>
        await app.WithDatabaseAsync(async db => (await db.Articles.Where(article => article.Slug == Slug.Of("quay")).Select(article => article.Summary!).SingleAsync(Ct)).Sentences.Select(s => s.Text).ToList());

    private Task<DraftOutcome> DraftAsync(string slug, LanguageModelKind kind = LanguageModelKind.OpenAI)
    {
        if (kind is LanguageModelKind.Ollama) server.Say(kind, ModelBench.Good);
        return WithDraftsAsync(kind, (drafts, _) => drafts.DraftAsync(slug, Ct));
    }

    private Task<DraftOutcome> ApproveAsync(string slug, string name) => WithDraftsAsync(
        LanguageModelKind.OpenAI, (drafts, desk) => drafts.ApproveAsync(slug, name, (id, summary, html) => desk.SummarizeAsync(id, summary, html, Actor.CommandLine, Ct), Ct));

    private Task<DraftOutcome> WithDraftsAsync(LanguageModelKind kind, Func<ModelDrafts, PublishingDesk, Task<DraftOutcome>> work) => app.InScopeAsync(async services =>
    {
        await using var bench = new ModelBench(server.Address, kind);
        var drafts = new ModelDrafts(services.GetRequiredService<NewsDbContext>(), bench.Drafter, services.GetRequiredService<DraftShelf>(), Options.Create(bench.Options));
        return await work(drafts, services.GetRequiredService<PublishingDesk>());
    });

    /// <summary>Runs the verb as a person would, and looks for the key in all it says and logs.</summary>
    private async Task<(int Code, string Printed)> RunAsync(string slug, params string[] more)
    {
        string[] settings =
        [
            $"--NewsSite:Data={app.DataFolder}", "--NewsSite:Content=", "--NewsSite:LanguageModel:Kind=OpenAI", $"--NewsSite:LanguageModel:Endpoint={new Uri(server.Address, "v1")}",
            "--NewsSite:LanguageModel:Model=test-model", $"--NewsSite:LanguageModel:ApiKey={ModelBench.Key}", "--NewsSite:LanguageModel:TimeoutSeconds=20",
        ];
        var start = new ProcessStartInfo("dotnet", [typeof(NewsSiteOptions).Assembly.Location, "summaries", "draft", slug, .. settings, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app.DataFolder,
        };
        using var process = Process.Start(start)!;
        var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        var all = string.Concat(printed);
        Assert.DoesNotContain(ModelBench.Key, all, StringComparison.OrdinalIgnoreCase);
        foreach (var file in Directory.Exists(Path.Combine(app.DataFolder, "logs")) ? Directory.GetFiles(Path.Combine(app.DataFolder, "logs")) : [])
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var logged = await reader.ReadToEndAsync(Ct);
            Assert.DoesNotContain(ModelBench.Key, logged, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("moored there since", logged, StringComparison.OrdinalIgnoreCase);
        }

        return (process.ExitCode, all);
    }
}
