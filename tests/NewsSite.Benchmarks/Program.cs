using NewsSite.Benchmarks.Delivery;
using NewsSite.Benchmarks.Hosting;
using NewsSite.Benchmarks.Lighthouse;
using NewsSite.Benchmarks.Newsroom;
using NewsSite.Benchmarks.Pictures;
using NewsSite.Benchmarks.Search;
using NewsSite.Benchmarks.Summaries;

return args switch
{
    ["summaries"] => SummaryBenchmark.Run(),
    ["hostile"] => HostileBenchmark.Run(),
    ["delivery"] => await DeliveryBenchmark.RunAsync(),
    ["serve", var kind, var file, var address] => await Comparisons.ServeAsync(kind, file, address),
    ["search"] => await SearchBenchmark.RunAsync([100_000, 1_000_000]),
    ["search", var articles] => await SearchBenchmark.RunAsync([int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture)]),
    ["desk"] => await DeskBenchmark.RunAsync(),
    ["revisions"] => await RevisionBenchmark.RunAsync(),
    ["neighbours"] => await NeighbourBenchmark.RunAsync(),
    ["cards"] => CardBenchmark.Run("content", null),
    ["cards", var folder] => CardBenchmark.Run("content", folder),
    ["sign-in"] => await SignInBenchmark.RunAsync(),
    ["pictures"] => await PictureBenchmark.RunAsync(),
    ["pictures", var maker, var source, var folder] => PictureRun.Make(maker, source, folder),
    ["lighthouse"] => await LighthouseBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/NewsSite.Benchmarks -- delivery | summaries | hostile | search [ARTICLES] | desk | revisions | neighbours | cards [FOLDER] | sign-in | pictures | lighthouse");
    return 1;
}
