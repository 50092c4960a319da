using NewsSite.Benchmarks.Summaries;

return args switch
{
    ["summaries"] => SummaryBenchmark.Run(),
    ["hostile"] => HostileBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/NewsSite.Benchmarks -- summaries | hostile");
    return 1;
}
