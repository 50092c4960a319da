using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Features.Summaries;
using NewsSite.Features.Summaries.LanguageModel;
using NewsSite.Markup;
using NewsSite.Summaries;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Summaries.LanguageModel;

/// <summary>A drafter before a server that the test holds. Whatever it logs or answers is searched for the key and for the article's text.</summary>
public sealed class ModelBench : IAsyncDisposable
{
    public const string Key = "sk-canary-5b1e77";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);

    public const string Headline = "Harbour board raises the quay";

    public static readonly IReadOnlyList<string> Article =
    [
        "The harbour board of Aldermoor voted on Monday to raise the quay by forty centimetres before the next winter, after three floods in four years.",
        "Work begins in March and costs 2.4 million crowns, which the board takes from its storm fund, treasurer Ines Maddern said.",
        "The ferry to Sandholm will not stop during the work, and the fish market stays open on its usual days.",
        "Fishermen on the outer mole had asked for a siren instead, and will get one in the second year of the work.",
        "“We would rather hear the water than see it,” said their speaker Tomas Okell, who has moored there since his childhood.",
        "The town council gave its consent in October, when it also agreed to rebuild the steps below the customs house and to move the tide gauge.",
        "A firm from the neighbouring county won the contract against five others and promises to keep one lane of the harbour road free for lorries.",
    ];

    public const string Good =
        "The harbour board of Aldermoor voted to raise the quay by forty centimetres before next winter. "
        + "The work costs 2.4 million crowns from the storm fund and begins in March. "
        + "The ferry to Sandholm will not stop during the work, and the fish market stays open on its usual days.";

    private readonly ListLogger log = new();
    private readonly LanguageModelConnection connection;

    public ModelBench(Uri endpoint, LanguageModelKind? kind, string? key = Key, TimeProvider? clock = null)
    {
        var path = kind is LanguageModelKind.OpenAI ? "v1" : "";
        Options = new LanguageModelOptions { Kind = kind, Endpoint = new Uri(endpoint, path), Model = "test-model", ApiKey = key, Timeout = Patience };
        connection = new LanguageModelConnection(Microsoft.Extensions.Options.Options.Create(Options));
        Drafter = new LanguageModelDrafter(connection, Microsoft.Extensions.Options.Options.Create(Options), new SummaryMaker(new ForestSummarizer()), clock ?? Clock, log);
    }

    public LanguageModelOptions Options { get; }

    public LanguageModelDrafter Drafter { get; }

    public FakeTimeProvider Clock { get; } = new(NewsApp.Noon);

    public IEnumerable<string> Logged => log.Lines;

    public static DraftRequest Request(params IReadOnlyList<string> paragraphs) => Request("en", Headline, paragraphs.Count > 0 ? paragraphs : Article);

    public static DraftRequest Request(string language, string headline, IReadOnlyList<string> paragraphs)
    {
        var plain = string.Join('\n', paragraphs);
        var html = string.Concat(paragraphs.Select(paragraph => $"<p>{System.Net.WebUtility.HtmlEncode(paragraph)}</p>\n"));
        return new DraftRequest(7, new SummaryBrief(headline, null, language, plain, new RenderedBody(html, paragraphs, plain, WordCount.Of(plain)), null));
    }

    public async Task<DraftOutcome> AskAsync(DraftRequest? request = null)
    {
        var outcome = await Drafter.DraftAsync(request ?? Request(), TestContext.Current.CancellationToken);
        AssertSilence($"{outcome.Why}");
        return outcome;
    }

    /// <summary>Neither the key nor a sentence of the article stands in what was logged, nor the key in <paramref name="alsoIn"/>.</summary>
    public void AssertSilence(string alsoIn = "")
    {
        Assert.DoesNotContain(Key, alsoIn, StringComparison.OrdinalIgnoreCase);
        Assert.All(Logged, line =>
        {
            Assert.DoesNotContain(Key, line, StringComparison.OrdinalIgnoreCase);
            Assert.All(Article, paragraph => Assert.DoesNotContain(paragraph[..12], line, StringComparison.OrdinalIgnoreCase));
        });
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class ListLogger : ILogger<LanguageModelDrafter>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
