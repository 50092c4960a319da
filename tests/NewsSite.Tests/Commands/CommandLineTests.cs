using System.Diagnostics;
using NewsSite.Hosting;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Commands;

/// <summary>The program as a person starts it, in a process of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("frobnicate", "“frobnicate” is neither a verb nor a setting")]
    [InlineData("--NewsSite:Contnet=x", "NewsSite:Contnet is not a setting; known are")]
    [InlineData("--NewsSite:BaseUrl=courier", "NewsSite:BaseUrl is “courier”; write the public address")]
    [InlineData("--NewsSite:BaseUrl=https://courier.example/path", "NewsSite:BaseUrl is")]
    [InlineData("--NewsSite:SummaryWeights=/nowhere.bin", "NewsSite:SummaryWeights is /nowhere.bin: Could not find file")]
    [InlineData("--NewsSite:PageStoreMegabytes=lots", "NewsSite:PageStoreMegabytes is “lots”; write a whole number of megabytes")]
    [InlineData("--NewsSite:PageStoreMegabytes=-1", "NewsSite:PageStoreMegabytes is “-1”")]
    [InlineData("--NewsSite:Content=/nowhere/at/all", "and there is no such folder")]
    public async Task A_wrong_word_stops_the_start_with_one_clear_line(string argument, string complaint)
    {
        var (code, _, error) = await RunAsync("serve", argument, $"--NewsSite:Data={folder.Path}");

        Assert.Equal(2, code);
        Assert.Contains(complaint, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_teaches_the_verbs_and_the_settings()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(["serve", "generate", "init", "summaries", "--NewsSite:Content", "--NewsSite:Data", "--NewsSite:BaseUrl", "--urls"],
            word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Init_writes_an_edition_without_the_sample_and_never_into_a_full_folder()
    {
        var paper = folder.File("paper");

        Assert.Equal(0, (await RunAsync("init", paper, "--name", "The \"Real\" Courier", "--time-zone", "Europe/Brussels")).Code);
        var (code, _, error) = await RunAsync("init", paper);

        Assert.Equal(1, code);
        Assert.Contains("is not empty", error, StringComparison.Ordinal);
        using var edition = new EditionFolder();
        edition.Write("site.yml", await File.ReadAllTextAsync(Path.Combine(paper, "site.yml"), TestContext.Current.CancellationToken));
        using var app = NewsApp.On(edition);
        var front = await app.PageAsync("/");
        Assert.Contains("The \"Real\" Courier", front.Title, StringComparison.Ordinal);
        Assert.Null(front.QuerySelector(".sample"));
    }

    [Fact]
    public async Task Generate_fills_the_named_data_folder()
    {
        var (code, _, error) = await RunAsync("generate", "--articles", "25", $"--NewsSite:Data={folder.Path}", "--NewsSite:Content=");

        Assert.True(code == 0, error);
        Assert.True(new FileInfo(folder.File("news.db")).Length > 0);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(NewsSiteOptions).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
