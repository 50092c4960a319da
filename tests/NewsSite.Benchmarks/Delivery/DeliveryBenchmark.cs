using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsSite.Benchmarks.Hosting;

namespace NewsSite.Benchmarks.Delivery;

/// <summary>What a reader's page costs: the published site beside others that send the same answer, in turns, and the ratios of their processor time.</summary>
internal static partial class DeliveryBenchmark
{
    private const int Rounds = 5;
    private const int Seconds = 4;
    private const int Articles = 1_000;
    private const int ManyArticles = 60_000;
    private const int ManyPages = 50_000;

    private static readonly string[] Plain = ["Accept-Encoding: identity"];
    private static readonly string[] Browser = ["Accept-Encoding: gzip, deflate, br, zstd"];

    public static async Task<int> RunAsync()
    {
        var work = Directory.CreateTempSubdirectory("newssite-bench-");
        try
        {
            await RunAsync(work.FullName);
            return 0;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string work)
    {
        var program = await PublishAsync(work);
        var data = await FillAsync(program, work, Articles);
        await using var site = await ServeAsync(program, data);
        var page = new Uri(site.Address, await ArticleAsync(site.Address));
        var copyFile = Path.Combine(work, "page.json");
        var copy = await PageCopy.TakeAsync(page);
        copy.Write(copyFile);
        await using var bare = await CompareAsync(Comparisons.Bare, copyFile);
        await using var cache = await CompareAsync(Comparisons.OutputCache, copyFile);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.AbsolutePath}: {copy.Identity.Length:N0} bytes, {copy.Brotli.Length:N0} with Brotli; medians of {Rounds} runs of {Seconds} s, server and load on a processor each"));

        Row[] rows =
        [
            new("stored page", site, page, Plain), new("stored page, Brotli", site, page, Browser), new("stored page, 304", site, page, [.. Plain, $"If-None-Match: {copy.IdentityTag}"]),
            new("bare endpoint", bare, new Uri(bare.Address, page.AbsolutePath), Plain), new("bare endpoint, Brotli", bare, new Uri(bare.Address, page.AbsolutePath), Browser),
            new("OutputCache", cache, new Uri(cache.Address, page.AbsolutePath), Plain), new("OutputCache, Brotli", cache, new Uri(cache.Address, page.AbsolutePath), Browser),
        ];
        var costs = await MeasureAsync(rows);
        Ratio("stored page ÷ bare endpoint", costs["bare endpoint"] / costs["stored page"], 0.95);
        Ratio("the same, Brotli", costs["bare endpoint, Brotli"] / costs["stored page, Brotli"], 0.95);
        Ratio("304 ÷ bare endpoint", costs["bare endpoint"] / costs["stored page, 304"], 1.4);
        Ratio("stored page ÷ OutputCache", costs["OutputCache"] / costs["stored page"], 1.1);
        Ratio("the same, Brotli", costs["OutputCache, Brotli"] / costs["stored page, Brotli"], 1.4);
        await SpreadAsync(program, work);
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(Row[] rows)
    {
        var results = rows.ToDictionary(row => row.Name, _ => new List<LoadResult>());
        foreach (var row in rows) await Load.RunAsync(row.Server, row.Page, Seconds, row.Headers); // compiles, and compiles again what is hot
        for (var round = 0; round < Rounds; round++)
            foreach (var row in rows) results[row.Name].Add(await Load.RunAsync(row.Server, row.Page, Seconds, row.Headers));
        Head();
        foreach (var row in rows) Print(row.Name, results[row.Name]);
        return results.ToDictionary(each => each.Key, each => Median(each.Value, result => result.Cost));
    }

    /// <summary>Many pages in no order, more than the store may hold.</summary>
    private static async Task SpreadAsync(string program, string work)
    {
        var data = await FillAsync(program, work, ManyArticles);
        await using var site = await ServeAsync(program, data);
        var (script, paths) = (Path.Combine(work, "spread.lua"), await PathsAsync(site.Address));
        await File.WriteAllTextAsync(script, $"paths = {{{string.Join(',', paths.Select(path => $"\"{path}\""))}}}\nmath.randomseed(7)\nrequest = function() return wrk.format(\"GET\", paths[math.random(#paths)]) end\n");
        await Load.RunAsync(site, site.Address, Seconds * 4, Browser, script);
        Print($"{paths.Count:N0} pages at random, Brotli", [await Load.RunAsync(site, site.Address, Seconds * 4, Browser, script)]);
    }

    private static async Task<List<string>> PathsAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var paths = new List<string>();
        foreach (Match sitemap in Place().Matches(await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative))))
        {
            if (!Month().IsMatch(sitemap.Groups[1].Value)) continue;
            foreach (Match page in Place().Matches(await client.GetStringAsync(new Uri(sitemap.Groups[1].Value, UriKind.Relative)))) paths.Add(page.Groups[1].Value);
        }

        return [.. paths.Take(ManyPages)];
    }

    private static async Task<string> ArticleAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        return Place().Match(await client.GetStringAsync(new Uri("/sitemaps/news.xml", UriKind.Relative))).Groups[1].Value is { Length: > 0 } path ? path
            : Link().Match(await client.GetStringAsync(new Uri("/feeds/feed.json", UriKind.Relative))).Groups[1].Value;
    }

    private static Task<ServerProcess> ServeAsync(string program, string data) =>
        ServerProcess.StartAsync([Path.Combine(program, "newssite"), "serve", $"--NewsSite:Data={data}", "--NewsSite:Content=", "--urls=http://127.0.0.1:0"], program);

    private static Task<ServerProcess> CompareAsync(string kind, string file) =>
        ServerProcess.StartAsync([Environment.ProcessPath!, "serve", kind, file, "http://127.0.0.1:0"], AppContext.BaseDirectory);

    private static async Task<string> PublishAsync(string work)
    {
        var program = Path.Combine(work, "program");
        await ExecuteAsync("dotnet", ["publish", Path.Combine(ServedSite.Repository(), "src", "NewsSite"), "-c", "Release", "-r", "linux-x64", "-o", program, "-v", "quiet"]);
        return program;
    }

    private static async Task<string> FillAsync(string program, string work, int articles)
    {
        var data = Path.Combine(work, string.Create(CultureInfo.InvariantCulture, $"data-{articles}"));
        await ExecuteAsync(Path.Combine(program, "newssite"), ["generate", "--articles", articles.ToString(CultureInfo.InvariantCulture), $"--NewsSite:Data={data}"]);
        return data;
    }

    private static async Task ExecuteAsync(string command, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}\n{told}");
    }

    private static void Head() => Console.WriteLine($"  {"",-36} {"requests/s",10} {"p50 ms",8} {"p99 ms",8} {"µs CPU",8} {"MB",6}");

    private static void Print(string name, List<LoadResult> results) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {name,-36} {Median(results, result => result.Rate),10:N0} {Median(results, result => result.Median),8:F2} {Median(results, result => result.Slow),8:F2} {Median(results, result => result.Cost),8:F1} {Median(results, result => result.Memory),6:F0}"));

    private static void Ratio(string name, double ratio, double target) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-36} {ratio,10:F2} (target {target}{(ratio < target ? ": missed" : "")})"));

    private static double Median(List<LoadResult> results, Func<LoadResult, double> of) => results.Select(of).Order().ElementAt(results.Count / 2);

    [GeneratedRegex(@"<loc>https?://[^/]+(/[^<]+)</loc>")]
    private static partial Regex Place();

    [GeneratedRegex(@"^/sitemaps/\d{4}-\d{2}")]
    private static partial Regex Month();

    [GeneratedRegex("\"url\":\"https?://[^/]+(/[^\"]+)\"")]
    private static partial Regex Link();

    private sealed record Row(string Name, ServerProcess Server, Uri Page, string[] Headers);
}
