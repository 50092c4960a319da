using FsCheck.Xunit;

namespace NewsSite.Summaries.Tests;

public sealed class SummaryWeightsTests
{
    private static readonly byte[] Shipped = ReadShipped();

    [Fact]
    public void The_shipped_weights_are_those_of_the_provenance_note()
    {
        Assert.Equal("fd00c4d0", SummaryWeights.Shipped.Fingerprint);
        Assert.Equal((60, 90, 110), (SummaryWeights.Shipped.Words.Trees, SummaryWeights.Shipped.Sentences.Trees, SummaryWeights.Shipped.Sets.Trees));
        Assert.Equal(14_846, SummaryWeights.Shipped.Words.Nodes + SummaryWeights.Shipped.Sentences.Nodes + SummaryWeights.Shipped.Sets.Nodes);
    }

    [Property(MaxTest = 300)]
    public void A_damaged_file_is_refused_or_still_gives_an_answer(uint place, byte value, bool cut)
    {
        var file = (byte[])Shipped.Clone();
        var at = (int)(place % (uint)file.Length);
        if (cut) file = file[..at];
        else file[at] = value;
        try
        {
            var weights = SummaryWeights.Read(file);
            new ForestSummarizer(weights, new SummaryOptions()).Summarize(new ArticleText(["The council met on Monday. It closed the old bridge for a year. Nobody in the town was told."]));
        }
        catch (InvalidDataException)
        {
            // Refused with the one documented exception.
        }
    }

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        Assert.Throws<InvalidDataException>(() => SummaryWeights.Read("PK\u0003\u0004 not weights"u8));

    [Fact]
    public void Loading_from_a_file_gives_the_same_weights()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Shipped);
        Assert.Equal(SummaryWeights.Shipped.Fingerprint, SummaryWeights.Load(path).Fingerprint);
        File.Delete(path);
    }

    private static byte[] ReadShipped()
    {
        using var stream = typeof(SummaryWeights).Assembly.GetManifestResourceStream("Weights/shipped.bin")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}
