using NewsSite.Summaries.Training;

namespace NewsSite.Summaries.Tests;

/// <summary>Values that the reference implementation (Python) made of our own articles.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Articles => [.. Lines.Keys];

    private static Dictionary<string, GoldenLine> Lines { get; } =
        JsonLines.Read<GoldenLine>(Path.Combine(TestFiles.Folder("Golden"), "own-articles.jsonl"))
            .ToDictionary(l => l.Id, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Articles))]
    public void Features_scores_and_choice_are_those_of_the_reference(string article)
    {
        var difference = GoldenDifference.Of(Lines[article]);
        Assert.True(difference.SameShape);
        Assert.InRange(difference.Features, 0, 1e-3);
        Assert.InRange(difference.Scores, 0, 1e-4);
        Assert.True(difference.SameChoice);
    }

    [Fact]
    public void A_changed_text_is_noticed()
    {
        var golden = Lines.Values.First();
        var changed = golden with { Sentences = [.. golden.Sentences!.Skip(1)] };
        Assert.False(GoldenDifference.Of(changed).SameShape);
    }
}
