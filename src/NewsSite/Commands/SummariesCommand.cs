using System.CommandLine;
using NewsSite.Features.Publishing;

namespace NewsSite.Commands;

/// <summary>Work on the summaries of the whole archive.</summary>
internal static class SummariesCommand
{
    public static Command Create()
    {
        var rebuild = new Command("rebuild", "Pick sentences anew where an older method, or none, picked them. May be stopped and run again.");
        rebuild.TreatUnmatchedTokensAsErrors = false;
        rebuild.SetAction((parsed, ct) => OneShot.RunAsync(parsed, async services =>
            Console.WriteLine($"{await services.GetRequiredService<SummaryUpkeep>().RunAsync(ct)} summaries made."), ct));
        return new Command("summaries", "Work on the summaries of the whole archive.") { rebuild };
    }
}
