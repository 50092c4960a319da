using System.CommandLine;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Features.Summaries;
using NewsSite.Features.Summaries.LanguageModel;

namespace NewsSite.Commands;

/// <summary>Work on the summaries of the whole archive, or of one article.</summary>
internal static class SummariesCommand
{
    private const int NothingMade = 1;

    public static Command Create()
    {
        var rebuild = new Command("rebuild", "Pick sentences anew where an older method, or none, picked them. May be stopped and run again.");
        rebuild.TreatUnmatchedTokensAsErrors = false;
        rebuild.SetAction((parsed, ct) => OneShot.RunAsync(parsed, async services =>
            Console.WriteLine($"{await services.GetRequiredService<SummaryUpkeep>().RunAsync(ct)} summaries made."), ct));
        return new Command("summaries", "Work on the summaries of the archive.") { rebuild, CreateDraft(), CreateExport() };
    }

    private static Command CreateExport()
    {
        var file = new Argument<FileInfo>("file") { Description = "File to write, one JSON object a line." };
        var export = new Command("export", "Write the articles whose summaries people wrote, for the training program to learn from.") { file };
        export.TreatUnmatchedTokensAsErrors = false;
        export.SetAction((parsed, ct) => OneShot.RunAsync(parsed, async services =>
        {
            await using var lines = new StreamWriter(parsed.GetValue(file)!.FullName);
            Console.WriteLine($"{await services.GetRequiredService<SummaryExport>().WriteAsync(lines, ct)} articles written.");
        }, ct));
        return export;
    }

    private static Command CreateDraft()
    {
        var slug = new Argument<string>("slug") { Description = "The article: the last part of its address." };
        var approve = new Option<string>("--approve") { Description = "Show the draft that was printed last to readers, approved by this name." };
        var draft = new Command("draft", "Have the configured language model draft a summary and print it; readers see it once it is approved.") { slug, approve };
        draft.TreatUnmatchedTokensAsErrors = false;
        draft.SetAction(async (parsed, ct) =>
        {
            var isMade = false;
            var settings = await OneShot.RunAsync(parsed, async services => isMade = await DraftAsync(services, parsed.GetValue(slug)!, parsed.GetValue(approve), ct), ct);
            return settings == 0 && !isMade ? NothingMade : settings;
        });
        return draft;
    }

    private static async Task<bool> DraftAsync(IServiceProvider services, string slug, string? approvedBy, CancellationToken ct)
    {
        var drafts = services.GetRequiredService<ModelDrafts>();
        var desk = services.GetRequiredService<PublishingDesk>();
        var outcome = approvedBy is null
            ? await drafts.DraftAsync(slug, ct)
            : await drafts.ApproveAsync(slug, approvedBy, (id, summary, html) => desk.SummarizeAsync(id, summary, html, Actor.CommandLine, ct), ct);
        Print(outcome);
        if (outcome.Draft is not null)
            Console.WriteLine(approvedBy is null ? $"Read it against the article. To show it to readers: newssite summaries draft {slug} --approve \"Your Name\"" : $"Approved by {approvedBy.Trim()}: it now stands for the article.");
        return outcome.Draft is not null;
    }

    private static void Print(DraftOutcome outcome)
    {
        if (outcome.Draft is { } draft)
        {
            Console.WriteLine($"Draft by {draft.Waiting.Method}:");
            foreach (var (sentence, nearest) in draft.BesideTheBody())
                Console.WriteLine(sentence == nearest ? $"  {sentence}\n    stands in the article" : $"  {sentence}\n    nearest in the article: {nearest}");
            return;
        }

        Console.WriteLine(outcome.Why);
        if (outcome.Picked is null) return;

        Console.WriteLine("Picked without a language model:");
        foreach (var sentence in outcome.Picked.Summary.Sentences) Console.WriteLine($"  {sentence.Text}");
    }
}
