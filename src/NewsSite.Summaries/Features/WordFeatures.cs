namespace NewsSite.Summaries.Features;

/// <summary>What the first forest knows of each distinct stem: frequency, place, spread and company.</summary>
internal static class WordFeatures
{
    public const int Width = 21;

    /// <summary>One row of <see cref="Width"/> for each stem.</summary>
    public static float[] Of(Document document)
    {
        var words = document.Words;
        var rows = new float[words.Count * Width];
        var ranks = Ranking.Ranks(Array.ConvertAll(words.Weight, w => Math.Round(w * 1e9)));
        var centrality = MeanCentrality(document);
        for (var w = 0; w < words.Count; w++)
        {
            var row = rows.AsSpan(w * Width, Width);
            Frequency(document, w, row);
            Place(document, w, row);
            row[12] = (float)((double)ranks[w] / words.Count);
            row[20] = (float)(centrality[w] / words.Sentences[w]);
        }

        return rows;
    }

    private static void Frequency(Document document, int word, Span<float> row)
    {
        var words = document.Words;
        double occurrences = words.Occurrences[word];
        row[0] = words.Occurrences[word];
        row[1] = words.Sentences[word];
        row[2] = (float)((double)words.Sentences[word] / document.Count);
        row[3] = (float)(100 * occurrences / document.TotalTokens);
        row[9] = words.LeadOccurrences[word];
        row[10] = (float)words.Rarity[word];
        row[11] = (float)words.Weight[word];
        row[17] = (float)(words.LeftNeighbours[word] / occurrences);
        row[18] = (float)(words.RightNeighbours[word] / occurrences);
        row[19] = (float)(words.SentenceStarts[word] / occurrences);
    }

    private static void Place(Document document, int word, Span<float> row)
    {
        var words = document.Words;
        double sentences = document.Count;
        var first = words.FirstSentence[word];
        row[4] = first;
        row[5] = (float)(first / sentences);
        row[6] = (float)((double)words.FirstOffset[word] / document.TotalTokens);
        row[7] = (float)(words.LastSentence[word] / sentences);
        row[8] = (float)((words.LastSentence[word] - first) / sentences);
        row[13] = (float)document.FirstOccurrenceLength[word] / (float)document.MeanTokenLength;
        row[14] = document.FirstOccurrenceHasDigit[word] ? 1 : 0;
        row[15] = document.Lengths[first];
        row[16] = document.TotalTokens;
    }

    private static double[] MeanCentrality(Document document)
    {
        var sums = new double[document.Words.Count];
        for (var i = 0; i < document.Count; i++)
        {
            foreach (var word in document.Distinct[i]) sums[word] += document.Similarity.Centrality[i];
        }

        return sums;
    }
}
