using System.CommandLine;

namespace NewsSite.Commands;

/// <summary>Fills a data folder with plausible articles.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var articles = new Option<int>("--articles") { Description = "How many articles to add (1 to 5,000,000).", Required = true };
        var summaries = new Option<bool>("--summaries") { Description = "Make a summary for each; slower." };
        articles.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 5_000_000) result.AddError("--articles must be a number from 1 to 5,000,000.");
        });
        var command = new Command("generate", "Fill the data folder with plausible articles, for tests and benchmarks.") { articles, summaries };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) => OneShot.RunAsync(parsed, services =>
            services.GetRequiredService<Features.Generating.ArticleGenerator>().RunAsync(parsed.GetValue(articles), parsed.GetValue(summaries), ct), ct));
        return command;
    }
}
