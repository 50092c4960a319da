using System.Text.RegularExpressions;

namespace NewsSite.Tests.Kills;

/// <summary>Texts that carry one mark in every paragraph, so that half a text is seen.</summary>
internal static partial class Marked
{
    private const string Words = "the keeper of the harbour light counted every boat that came in before the tide turned and wrote each name into the book by hand";

    public static string Text(string mark, int paragraphs) => string.Join("\n\n", Enumerable.Repeat($"{mark} {Words}.", paragraphs));

    /// <returns>The one mark that stands in all the texts; a dash when they are empty.</returns>
    public static string MarkOf(params string?[] texts)
    {
        var marks = texts.SelectMany(text => Mark().Matches(text ?? "").Select(match => match.Value)).Distinct().ToList();
        Assert.True(marks.Count < 2, $"A text is made of several versions: {string.Join(' ', marks)}");
        return marks.Count == 0 ? "-" : marks[0];
    }

    [GeneratedRegex(@"\bw\d+x\d+\b")]
    private static partial Regex Mark();
}
