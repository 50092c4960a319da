using NewsSite.Features.Newsroom.Revisions;

namespace NewsSite.Tests.Features.Newsroom.Revisions;

public sealed class TextMergeTests
{
    [Theory]
    [InlineData("a b", "a c b", "a +c|b")]
    [InlineData("The quay.", "The quay!", "The quay -.|+!")]
    [InlineData("", "new", "+new")]
    [InlineData("It’s raining", "It’s snowing", "It’s -raining|+snowing")]
    public void A_difference_is_told_in_words(string before, string after, string told)
    {
        var runs = WordDiff.Of(before, after);

        Assert.Equal(told.Replace("|", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), string.Concat(runs.Select(run => (run.Kind switch { DiffKind.Added => "+", DiffKind.Removed => "-", _ => "" }) + run.Text.Replace(" ", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Any_difference_holds_both_texts_whole()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Any(random), Any(random));
            var runs = WordDiff.Of(before, after);
            Assert.Equal(after, string.Concat(runs.Where(run => run.Kind is not DiffKind.Removed).Select(run => run.Text)));
            Assert.Equal(before, string.Concat(runs.Where(run => run.Kind is not DiffKind.Added).Select(run => run.Text)));
        }
    }

    [Fact]
    public void Changes_in_different_paragraphs_come_together_without_a_question()
    {
        var merged = TextMerge.Of("One.\n\nTwo.\n\nThree.\n", "One!\n\nTwo.\n\nThree.\n", "One.\n\nTwo?\n\nThree.\n\nFour.\n");

        Assert.Equal("One!\n\nTwo?\n\nThree.\n\nFour.\n", string.Concat(merged.Select(piece => piece.Choice)));
    }

    [Fact]
    public void A_paragraph_that_both_changed_is_left_to_a_person_with_both_texts()
    {
        var merged = TextMerge.Of("One.\n\nTwo.\n\nThree.\n", "One.\n\nTwo mine.\n\nThree.\n", "One.\n\nTwo theirs.\n\nThree.\n");

        var open = Assert.Single(merged, piece => piece.Choice is null);
        Assert.Equal(("Two mine.\n\n", "Two theirs.\n\n"), (open.Mine, open.Theirs));
    }

    [Fact]
    public void A_paragraph_that_one_deleted_and_the_other_changed_is_left_to_a_person()
    {
        var merged = TextMerge.Of("One.\n\nTwo.\n\nThree.\n", "One.\n\nThree.\n", "One.\n\nTwo theirs.\n\nThree.\n");

        var open = Assert.Single(merged, piece => piece.Choice is null);
        Assert.Equal(("", "Two theirs.\n\n"), (open.Mine, open.Theirs));
    }

    [Fact]
    public void The_same_change_made_twice_is_no_question() =>
        Assert.Equal("B\nC\n", string.Concat(TextMerge.Of("A\nC\n", "B\nC\n", "B\nC\n").Select(piece => piece.Choice)));

    /// <summary>Whatever happened, each side's choice of every open piece gives a text that holds all that side alone changed.</summary>
    [Fact]
    public void Choosing_one_side_everywhere_never_loses_what_that_side_wrote()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var origin = Lines(random, 12);
            var (mine, theirs) = (Edited(origin, "m", random), Edited(origin, "t", random));
            var merged = TextMerge.Of(Text(origin), Text(mine), Text(theirs));

            var (asMine, asTheirs) = (string.Concat(merged.Select(piece => piece.Choice ?? piece.Mine)), string.Concat(merged.Select(piece => piece.Choice ?? piece.Theirs)));
            Assert.All(mine.Except(origin), line => Assert.Contains(line + "\n", asMine, StringComparison.Ordinal));
            Assert.All(theirs.Except(origin), line => Assert.Contains(line + "\n", asTheirs, StringComparison.Ordinal));
            // What neither has any more does not come back, and what both kept is there.
            Assert.All(origin.Except(mine).Except(theirs), line => Assert.DoesNotContain(line + "\n", asMine, StringComparison.Ordinal));
            Assert.All(origin.Intersect(mine).Intersect(theirs), line => Assert.Contains(line + "\n", asMine, StringComparison.Ordinal));
        }
    }

    private static readonly string[] Bits = ["quay", " ", "\n", ".", "😀", "e\u0301", "\n\n", "’", "storm"];

    private static string Any(Random random) => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Bits[random.Next(Bits.Length)]));

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static List<string> Lines(Random random, int count) => [.. Enumerable.Range(0, count).Select(n => $"line {n} {random.Next(1000)}.")];

    private static List<string> Edited(List<string> origin, string hand, Random random)
    {
        var lines = origin.ToList();
        for (var edits = random.Next(5); edits > 0 && lines.Count > 0; edits--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(3))
            {
                case 0: lines.Insert(at, $"new {hand} {random.Next(100_000)}"); break;
                case 1: lines[at] = $"changed {hand} {random.Next(100_000)}"; break;
                default: lines.RemoveAt(at); break;
            }
        }

        return lines;
    }
}
