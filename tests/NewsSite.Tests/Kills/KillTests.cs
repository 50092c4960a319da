using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Tests.Kills;

/// <summary>The process is killed while people save: what it acknowledged is there, and nothing is there by halves.</summary>
public sealed class KillTests
{
    private const string Writer = "writer@kills.example";
    private const int Writers = 3;
    private const int MostBeforeKill = 24;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task Five_kills_lose_nothing_that_was_acknowledged() => RunAsync(kills: 5, seed: 8);

    /// <summary>Takes minutes: by tests/run.sh --kills.</summary>
    [Fact(Explicit = true)]
    public Task A_hundred_kills_lose_nothing_that_was_acknowledged() => RunAsync(kills: 100, seed: Environment.TickCount);

    private static async Task RunAsync(int kills, int seed)
    {
        var random = new Random(seed);
        using var site = await KilledSite.PrepareAsync();
        var link = await site.InviteAsync(Writer);
        var bench = new Bench(site, random);
        using var pen = await StartAsync(site, link);
        bench.Seat(pen);
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill > 0) await site.StartAsync();
            pen.Begin();
            await bench.WorkUntilKilledAsync(random.Next(1, MostBeforeKill));
            await bench.CheckAsync();
        }

        await ReportAsync($"{kills} kills, seed {seed}: {bench.Report()}");
        Assert.True(bench.Interrupted >= kills, $"Too few operations were under way: {bench.Report()}");
    }

    private static async Task<Pen> StartAsync(KilledSite site, string link)
    {
        await site.StartAsync();
        return await Pen.OfAsync(site, Writer, link);
    }

    private static async Task ReportAsync(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("NEWSSITE_KILL_REPORT") is { Length: > 0 } file) await File.WriteAllTextAsync(file, line + "\n", Ct);
    }

    /// <summary>Several people who write at the same time.</summary>
    private sealed class Bench(KilledSite site, Random random)
    {
        private readonly List<ISubject> all = [];
        private readonly ISubject[] current = new ISubject[Writers + 2];
        private Pen pen = null!;
        private int texts;

        public int Interrupted => all.Sum(subject => subject.Interrupted.Undone + subject.Interrupted.Done);

        public void Seat(Pen holder)
        {
            pen = holder;
            Seat(Writers, new PageSubject(site, pen, ++texts));
            Seat(Writers + 1, new FrontSubject(site, pen, ++texts));
            for (var seat = 0; seat < Writers; seat++) SeatArticle(seat);
        }

        /// <param name="enough">How many acknowledgements of all together bring the kill.</param>
        public async Task WorkUntilKilledAsync(int enough)
        {
            var acknowledged = 0;
            await Task.WhenAll(Enumerable.Range(0, current.Length).Select(seat => Task.Run(() => WriteAsync(seat, () =>
            {
                if (Interlocked.Increment(ref acknowledged) == enough) site.Kill();
            }), Ct)));
            site.Kill();
            await site.EndAsync();
        }

        public async Task CheckAsync()
        {
            await using var db = site.Open();
            Assert.Equal("ok", Assert.Single(await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(Ct)));
            Assert.Empty(await db.Database.SqlQuery<string>($"SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(Ct));
            foreach (var subject in all) await subject.CheckAsync(db);
        }

        public string Report()
        {
            var (undone, done) = (all.Sum(subject => subject.Interrupted.Undone), all.Sum(subject => subject.Interrupted.Done));
            return new StringBuilder().Append(CultureInfo.InvariantCulture, $"{all.Sum(subject => subject.Acknowledged)} operations acknowledged on {texts} texts, {undone + done} under way when the process was killed, of which {done} were found done and {undone} undone; none lost, none by halves").ToString();
        }

        private async Task WriteAsync(int seat, Action acknowledge)
        {
            try
            {
                while (true)
                {
                    if (current[seat] is ArticleSubject { IsWorn: true }) SeatArticle(seat);
                    await current[seat].ActAsync();
                    acknowledge();
                }
            }
            catch (HttpRequestException)
            {
                // killed
            }
        }

        private void SeatArticle(int seat)
        {
            lock (all) Seat(seat, new ArticleSubject(site, pen, ++texts, new Random(random.Next())));
        }

        private void Seat(int seat, ISubject subject)
        {
            current[seat] = subject;
            all.Add(subject);
        }
    }
}
