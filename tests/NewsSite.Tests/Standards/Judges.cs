using System.Diagnostics;
using System.Text.Json;

namespace NewsSite.Tests.Standards;

/// <summary>The validators under <c>Validators</c>, which other people wrote; <c>tests/run.sh</c> installs them.</summary>
internal static class Judges
{
    private static readonly string Folder = Path.Combine(RootOf(AppContext.BaseDirectory), "tests", "NewsSite.Tests", "Standards", "Validators");

    /// <summary>A file of a package that they stand on.</summary>
    public static string File(string path)
    {
        var file = Path.Combine(Folder, "node_modules", path);
        Assert.True(System.IO.File.Exists(file), $"{path} is not installed. Run “npm ci --ignore-scripts” in tests/NewsSite.Tests/Standards/Validators, or the whole tests/run.sh.");
        return file;
    }

    /// <param name="folder">With files of HTML, named <c>*.html</c>.</param>
    /// <returns>All that is wrong with them.</returns>
    public static async Task<IReadOnlyList<Finding>> JudgeAsync(string folder)
    {
        File(".package-lock.json");
        var (output, errors, code) = await RunAsync("node", Path.Combine(Folder, "validate.mjs"), folder);
        Assert.True(code == 0, $"The validators stopped: {errors}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Finding>(line, JsonSerializerOptions.Web)!)];
    }

    private static async Task<(string Output, string Errors, int Code)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await output, errors, process.ExitCode);
    }

    private static string RootOf(string folder) => System.IO.File.Exists(Path.Combine(folder, "NewsSite.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);
}

/// <param name="Judge"><c>html</c>, the Nu HTML checker; or <c>data</c>, the checker of structured data.</param>
internal sealed record Finding(string Judge, string Page, string Message);
