using NewsSite.Features.Newsroom;

namespace NewsSite.Tests.Support;

/// <summary>What is too long, too deep or too many for a field; each fits into an article's form as a whole.</summary>
public static class HostileValues
{
    private const int Most = ArticleForm.MaxLength - 2_000;

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["one word of a megabyte"] = new('a', Most),
        ["letters that are all marks"] = "a" + new string('\u0301', Most - 1),
        ["half characters"] = new('\ud800', 300_000),
        ["family emoji"] = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👧", 20_000)),
        ["100,000 names"] = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"n{i}")),
        ["commas"] = new(',', Most),
        ["commas and hyphens"] = string.Concat(Enumerable.Repeat("-,", Most / 2)),
        ["slashes"] = new('/', Most),
        ["percent signs"] = string.Concat(Enumerable.Repeat("%25", 300_000)),
        ["steps up"] = string.Concat(Enumerable.Repeat("../", 300_000)),
        ["hyphens"] = "a" + string.Concat(Enumerable.Repeat("-a", Most / 2 - 1)),
        ["digits"] = new('9', Most),
        ["opening quotes"] = string.Concat(Enumerable.Repeat("\"“„«", 200_000)),
        ["TK without end"] = string.Concat(Enumerable.Repeat("TK", 400_000)) + "x",
        ["pictures without end"] = string.Concat(Enumerable.Repeat("(Photo ", 100_000)),
        ["JSON without end"] = new('[', 50_000),
        ["JSON with deep objects"] = string.Concat(Enumerable.Repeat("{\"sentences\":", 4_000)),
        ["50 sentences of numbers"] = Sentences(50, string.Concat(Enumerable.Range(1, 90).Select(i => $" {i:N1} crowns"))),
        ["50 sentences of names"] = Sentences(50, string.Concat(Enumerable.Repeat(" Aa Bb “Cc” don't", 60))),
        ["a thousand sentences"] = Sentences(1_000, ""),
    };

    /// <summary>As much of a value as there is room for.</summary>
    public static string Cut(string name, int length) => All[name][..Math.Min(All[name].Length, length)];

    private static string Sentences(int count, string words) =>
        "{\"sentences\":[" + string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"text\":\"Sentence {i}{words}.\"}}")) + "]}";
}
