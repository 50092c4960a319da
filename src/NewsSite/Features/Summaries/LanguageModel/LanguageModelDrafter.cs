using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using NewsSite.Domain.Articles;

namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>Asks the configured language model for a summary and keeps only what passes <see cref="DraftChecks"/>.</summary>
/// <remarks>What it logs is a reason and names from the settings: never the article, the answer or the key.</remarks>
public sealed partial class LanguageModelDrafter(
    LanguageModelConnection connection, IOptions<LanguageModelOptions> options, SummaryMaker maker, TimeProvider clock, ILogger<LanguageModelDrafter> log)
{
    /// <returns>The model's draft, or the reason why the picked sentences stay.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled; a slow endpoint is a reason, not an exception.</exception>
    public async Task<DraftOutcome> DraftAsync(DraftRequest request, CancellationToken ct)
    {
        if (connection.Client is not { } client) return new DraftOutcome(null, new NoDraft(NoDraftReason.NotConfigured), null);
        if (maker.Make(request.Brief with { Choice = null }) is not { } picked) return new DraftOutcome(null, new NoDraft(NoDraftReason.TooShort), null);

        var started = clock.GetTimestamp();
        var (text, why) = await AskAsync(client, SummaryPrompt.Of(request.Brief, picked.Summary.BodyHash), ct);
        var outcome = why is null ? Read(new WaitingDraft(text, options.Value.Method, picked.Summary.BodyHash), request, picked) : new DraftOutcome(null, why, picked);
        var took = clock.GetElapsedTime(started).TotalSeconds;
        if (outcome.Why is { } reason) LogFellBack(request.ArticleId, options.Value.Method, reason.Reason, reason.Status, took);
        else LogDrafted(request.ArticleId, options.Value.Method, took);
        return outcome;
    }

    /// <summary>Checks a draft that waits against the article as it stands now.</summary>
    public DraftOutcome Review(WaitingDraft? waiting, DraftRequest request)
    {
        var picked = maker.Make(request.Brief with { Choice = null });
        if (picked is null) return new DraftOutcome(null, new NoDraft(NoDraftReason.TooShort), null);
        if (waiting is null) return new DraftOutcome(null, new NoDraft(NoDraftReason.NothingWaiting), picked);
        if (waiting.BodyHash != picked.Summary.BodyHash) return new DraftOutcome(null, new NoDraft(NoDraftReason.ArticleChanged), picked);

        return Read(waiting, request, picked);
    }

    private DraftOutcome Read(WaitingDraft waiting, DraftRequest request, SummaryDraft picked)
    {
        if (options.Value.ApiKey is { } key && waiting.Text.Contains(key, StringComparison.Ordinal)) return new DraftOutcome(null, new NoDraft(NoDraftReason.KeyInAnswer), picked);

        var (sentences, why) = DraftChecks.Read(waiting.Text, request.Brief);
        return why is null ? new DraftOutcome(new ModelDraft(waiting, sentences, request.Brief), null, picked) : new DraftOutcome(null, why, picked);
    }

    private async Task<(string Text, NoDraft? Why)> AskAsync(IChatClient client, IReadOnlyList<ChatMessage> messages, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(options.Value.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            var answer = await client.GetResponseAsync(messages, SummaryPrompt.Options, either.Token);
            return (answer.Text, Complaint(answer));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever a client library throws over an answer like this one says no more than that, and its text may quote the answer.
            return ("", late.IsCancellationRequested ? new NoDraft(NoDraftReason.TimedOut) : Reason(e) ?? new NoDraft(NoDraftReason.Unreadable));
        }
    }

    private static NoDraft? Complaint(ChatResponse answer)
    {
        var contents = answer.Messages.SelectMany(message => message.Contents);
        if (contents.Any(content => content is not (TextContent or TextReasoningContent or UsageContent))) return new NoDraft(NoDraftReason.NotWords);
        return answer.FinishReason is { } end && end != ChatFinishReason.Stop ? new NoDraft(NoDraftReason.CutOff) : null;
    }

    private static NoDraft? Reason(Exception? e) => e switch
    {
        null => null,
        EndpointException endpoint => endpoint.Why,
        AggregateException many => many.InnerExceptions.Select(Reason).FirstOrDefault(reason => reason is not null),
        _ => Reason(e.InnerException),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Id}: no draft by {Model}, the picked sentences stay: {Reason} {Status} after {Seconds:0.0} s")]
    private partial void LogFellBack(long id, string model, NoDraftReason reason, int? status, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Article {Id}: {Model} drafted a summary in {Seconds:0.0} s; it waits for approval")]
    private partial void LogDrafted(long id, string model, double seconds);
}

/// <param name="Brief">The article; its own summary text is not used.</param>
public sealed record DraftRequest(long ArticleId, SummaryBrief Brief);

/// <summary>Either a draft or the reason why there is none.</summary>
/// <param name="Picked">The sentences picked without a language model; null when nothing is fit to be picked.</param>
public sealed record DraftOutcome(ModelDraft? Draft, NoDraft? Why, SummaryDraft? Picked);

/// <summary>A model's words as they were answered, until somebody approves them.</summary>
public sealed record WaitingDraft(string Text, string Method, string BodyHash);

/// <summary>Words of a language model that passed the checks, and no reader has seen.</summary>
public sealed class ModelDraft(WaitingDraft waiting, IReadOnlyList<string> sentences, SummaryBrief brief)
{
    public WaitingDraft Waiting { get; } = waiting;

    public IReadOnlyList<string> Sentences { get; } = sentences;

    /// <summary>Each sentence and what it is to be read against: the sentence of the body that is nearest to it.</summary>
    public IEnumerable<(string Sentence, string? Nearest)> BesideTheBody()
    {
        var support = new SupportingText(brief);
        return Sentences.Select(sentence => (sentence, support.Nearest(sentence)));
    }

    /// <summary>Makes it a summary in the name of the person who read it.</summary>
    public (ArticleSummary Summary, string Html) Approve(string approvedBy, string siteLanguage)
    {
        var sources = Sentences.Select(sentence => new SummarySource(sentence, Passage.Find(sentence, brief))).ToList();
        var draft = SummaryDraft.Of(sources, made => new ArticleSummary(SummaryOrigin.LanguageModel, made, Waiting.Method, Waiting.BodyHash, approvedBy));
        return (draft.Summary, draft.MarkSources(brief.Body.Html, siteLanguage));
    }
}
