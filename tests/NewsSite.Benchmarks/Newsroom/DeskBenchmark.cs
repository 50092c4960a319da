using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Generating;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Shared;

namespace NewsSite.Benchmarks.Newsroom;

/// <summary>The first page of each pile on the desk, in a small and in a large archive.</summary>
internal static class DeskBenchmark
{
    private const int Rounds = 40;

    public static async Task<int> RunAsync()
    {
        foreach (var articles in new[] { 1_000, 100_000 })
        {
            await using var site = await BenchSite.OpenAsync();
            await site.InScopeAsync(async services =>
            {
                await services.GetRequiredService<ArticleGenerator>().RunAsync(articles, withSummaries: false, CancellationToken.None);
                return true;
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles (milliseconds of {Rounds} rounds: least, median, most)"));
            var administrator = new StaffMember(1, "Administrator", StaffRole.Administrator, [], null);
            var editor = new StaffMember(2, "Editor", StaffRole.Editor, [1, 2], null);
            foreach (var member in new[] { administrator, editor })
            {
                foreach (var pile in Enum.GetValues<DeskPile>()) await MeasureAsync(site, member, new DeskQuery(pile, null, null, null), pile.ToString());
                await MeasureAsync(site, member, new DeskQuery(DeskPile.Open, null, "nowhere found", null), "Search, nothing found");
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(BenchSite site, StaffMember member, DeskQuery query, string name)
    {
        var times = new List<double>();
        for (var round = -5; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await site.InScopeAsync(async services =>
            {
                services.GetRequiredService<CurrentSite>().View = await services.GetRequiredService<SiteDirectory>().GetAsync(CancellationToken.None);
                return await services.GetRequiredService<DeskReader>().ReadAsync(query, member, CancellationToken.None);
            });
            if (round >= 0) times.Add(watch.Elapsed.TotalMilliseconds); // the first rounds warm up
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {member.Name,-14} {name,-22} {times[0],7:F1} {times[Rounds / 2],7:F1} {times[^1],7:F1}"));
    }
}
