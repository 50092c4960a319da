using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain.Staff;
using NewsSite.Features.Generating;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Revisions;
using NewsSite.Features.Shared;

namespace NewsSite.Benchmarks.Newsroom;

/// <summary>A long article that is saved a thousand times by two people in turn, a few words each time: what its versions cost in bytes and in time.</summary>
internal static class RevisionBenchmark
{
    private const int Saves = 1_000;
    private const int Paragraphs = 100;
    private const int WordsInParagraph = 60;
    private const int Sample = 50;

    public static async Task<int> RunAsync()
    {
        await using var site = await BenchSite.OpenAsync();
        await site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<ArticleGenerator>().RunAsync(5, withSummaries: false, CancellationToken.None);
            return true;
        });
        var random = new Random(7);
        var paragraphs = Enumerable.Range(0, Paragraphs).Select(_ => Enumerable.Range(0, WordsInParagraph).Select(_ => Word(random)).ToList()).ToList();
        var people = new[] { new StaffMember(1, "Ann", StaffRole.Administrator, [], null), new StaffMember(2, "Eva", StaffRole.Administrator, [], null) };
        var (id, version, copies, times) = ((long?)null, 0, 0L, new List<double>());
        var empty = await SizeAsync(site);
        for (var save = 0; save < Saves; save++)
        {
            for (var change = random.Next(1, 4); change > 0; change--) paragraphs[random.Next(Paragraphs)][random.Next(WordsInParagraph)] = Word(random);
            var form = new ArticleForm { Headline = "A long article", Byline = "Ann", Section = 1, Body = string.Join("\n\n", paragraphs.Select(words => string.Join(' ', words) + ".")) };
            copies += form.Body.Length;
            var (member, known, base_) = (people[save % 2], id, version);
            var watch = Stopwatch.StartNew();
            var saved = await site.InScopeAsync(async services =>
            {
                services.GetRequiredService<CurrentSite>().View = await services.GetRequiredService<SiteDirectory>().GetAsync(CancellationToken.None);
                return await services.GetRequiredService<WritingDesk>().SaveAsync(known, form, base_, member, CancellationToken.None);
            });
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (saved.Kind is not SaveKind.Saved) throw new InvalidOperationException($"Save {save}: {saved.Kind}.");
            (id, version) = (saved.Id, saved.Version);
        }

        var kept = await site.InScopeAsync(services => services.GetRequiredService<NewsDbContext>().Revisions.CountAsync());
        var read = await ReadAsync(site, id!.Value);
        var grown = await SizeAsync(site) - empty;
        Say($"{kept:N0} versions of a text of {copies / Saves:N0} characters, {(double)copies / Saves / 6:N0} words or so: {grown:N0} bytes in the database, {(double)grown / kept:N0} a version");
        Say($"as copies they would be {copies:N0} bytes: {copies / (double)grown:F1} times as many");
        Say($"a save (milliseconds, median): {Median(times[5..(5 + Sample)]):F1} at first, {Median(times[^Sample..]):F1} at the end; reading one version back {read:F1}");
        return 0;
    }

    // Without the pages that are free, and with what is in the log written down.
    private static async Task<long> SizeAsync(BenchSite site) => await site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDbContext>();
        await db.Database.ExecuteSqlAsync($"VACUUM");
        return await db.Database.SqlQuery<long>($"SELECT page_count * page_size AS Value FROM pragma_page_count(), pragma_page_size()").SingleAsync();
    });

    private static async Task<double> ReadAsync(BenchSite site, long id)
    {
        var times = new List<double>();
        for (var number = 1; number <= Saves; number += Saves / Sample)
        {
            var watch = Stopwatch.StartNew();
            var asked = number;
            if (await site.InScopeAsync(services => services.GetRequiredService<RevisionShelf>().ReadAsync(id, asked, CancellationToken.None)) is null) throw new InvalidOperationException($"Version {number} is gone.");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Median(times);
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    private static string Word(Random random) => random.Next(100_000).ToString("D5", CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
