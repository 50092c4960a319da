using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Tests.Domain;

public sealed class RevisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Ann = new(1, "Ann");

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3,7-40")]
    [InlineData("1-2,2,1,9-11")]
    public void A_list_of_parts_reads_back_as_written(string text) => Assert.Equal(text, PartList.Write([.. PartList.Read(text)]));

    [Fact]
    public void Parts_make_up_any_text_again_and_hold_no_half_character()
    {
        var random = new Random(7);
        string[] bits = ["a", " ", ".", "\n", "\n\n", "😀", "é", "。", "The quay was closed for the night. ", "\r\n", "\0", new string('x', 700)];
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => bits[random.Next(bits.Length)]));
            var parts = TextParts.Of(text).ToList();
            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1])));
        }
    }

    [Fact]
    public void A_word_changed_in_a_long_text_leaves_nearly_all_of_its_parts_as_they_were()
    {
        var paragraphs = Enumerable.Range(0, 100).Select(n => $"Paragraph {n}: the harbour board met on Monday and voted to raise the quay by {n} centimetres before the next winter comes.").ToList();
        var before = TextParts.Of(string.Join("\n\n", paragraphs)).ToList();
        paragraphs[40] = paragraphs[40].Replace("Monday", "Tuesday", StringComparison.Ordinal);

        var after = TextParts.Of(string.Join("\n\n", paragraphs)).ToList();

        Assert.True(before.Count > 50);
        Assert.Single(after.Except(before));
    }

    [Fact]
    public void Saves_of_one_person_in_one_sitting_are_one_revision()
    {
        var revision = Filled(Ann, 100);

        Assert.True(revision.Takes(Ann, 101, Noon.AddMinutes(9)));
        Assert.False(revision.Takes(Ann, 101, Noon.AddMinutes(10)));
        Assert.False(revision.Takes(new Actor(2, "Ben"), 101, Noon));
    }

    [Fact]
    public void A_name_a_step_or_many_words_gone_end_a_revision()
    {
        var (named, marked) = (Filled(Ann, 100), Filled(Ann, 100));
        named.Call("Before the lawyers");
        marked.MarkWith(AuditAction.Submitted);

        Assert.False(named.Takes(Ann, 100, Noon));
        Assert.False(marked.Takes(Ann, 100, Noon));
        Assert.False(Filled(Ann, 100).Takes(Ann, 10, Noon));
    }

    private static Revision Filled(Actor by, int words)
    {
        var revision = new Revision(1, 1, by, Noon);
        revision.Fill("1", words, 1, Noon);
        return revision;
    }
}
