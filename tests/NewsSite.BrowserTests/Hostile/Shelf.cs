using NewsSite.Tests.Support;

namespace NewsSite.BrowserTests.Hostile;

/// <param name="Number">Unique on its site.</param>
public sealed record Row(int Number, string Id, string Text);

/// <summary>The rows to be tried, in heaps that share a site.</summary>
public static class Shelf
{
    private const int HeapSize = 160;
    private const int ArticleHeapSize = 500;

    // A row of every kind in the quick tier: each n-th, so that the same are tried on every run.
    private static readonly (string Kind, int QuickEvery)[] Kinds = [("markdown", 20), ("strings", 100), ("xss", 1000), ("search", 80), ("redirect", 280), ("filename", 160)];

    /// <summary>Every row.</summary>
    public static IReadOnlyList<Row[]> Whole { get; } = Heaps(isQuick: false);

    /// <summary>Every row, in heaps for what takes less.</summary>
    public static IReadOnlyList<Row[]> Articles { get; } = [.. Whole.SelectMany(heap => heap).Chunk(ArticleHeapSize)];

    /// <summary>The rows of the normal test run.</summary>
    public static IReadOnlyList<Row[]> Quick { get; } = Heaps(isQuick: true);

    private static List<Row[]> Heaps(bool isQuick) =>
    [
        .. Kinds.SelectMany(kind => HostileRow.Read(kind.Kind).Where((_, at) => !isQuick || at % kind.QuickEvery == 0))
            .DistinctBy(row => row.Text).Select((row, at) => new Row(at, row.Id, row.Text)).Chunk(HeapSize),
    ];
}
