using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Features;

/// <summary>What the second forest knows of each sentence before words have scores: 45 features, numbered as trained.</summary>
internal sealed class SentenceFeatures
{
    /// <summary>All features, with those of <see cref="WordScoreFeatures"/>.</summary>
    public const int Width = 57;

    private readonly Document _document;
    private readonly float[] _rows;
    private readonly bool[] _seen;
    private readonly bool[] _inFirst;
    private readonly int[] _openings;

    private SentenceFeatures(Document document)
    {
        _document = document;
        _rows = new float[document.Count * Width];
        _seen = new bool[document.Words.Count];
        _inFirst = new bool[document.Words.Count];
        _openings = document.Words.SentenceStarts;
        foreach (var word in document.Distinct[0]) _inFirst[word] = true;
    }

    /// <summary>One row of <see cref="Width"/> for each sentence; the last twelve columns are left 0.</summary>
    public static float[] Of(Document document)
    {
        var features = new SentenceFeatures(document);
        for (var i = 0; i < document.Count; i++)
        {
            var row = features._rows.AsSpan(i * Width, Width);
            features.Size(i, row);
            features.Resemblance(i, row);
            features.Punctuation(i, row);
            features.Opening(i, row);
            features.Vocabulary(i, row);
        }

        features.AddRanks();
        return features._rows;
    }

    private void Size(int i, Span<float> row)
    {
        double count = _document.Count;
        var length = _document.Lengths[i];
        var yardstick = OrOne(_document.MeanTokenLength);
        row[0] = i;
        row[1] = (float)(i / count);
        row[2] = (float)(1.0 / (i + 1));
        row[3] = _document.Count;
        row[4] = length;
        row[5] = (float)(Tokenizer.CharacterCount(_document.Sentences[i]) / yardstick);
        row[6] = (float)(length / OrOne(_document.Lengths.Sum() / count));
        row[7] = _document.TotalTokens;
        row[23] = i > 0 ? _document.Lengths[i - 1] : 0;
        row[24] = i + 1 < _document.Count ? _document.Lengths[i + 1] : 0;
    }

    private void Resemblance(int i, Span<float> row)
    {
        var cosines = _document.Similarity.Of(i);
        double forward = 0, backward = 0;
        float nearestBefore = 0, nearestAfter = 0;
        for (var j = 0; j < cosines.Length; j++)
        {
            if (j < i) (backward, nearestBefore) = (backward + cosines[j], Math.Max(nearestBefore, cosines[j]));
            else if (j > i) (forward, nearestAfter) = (forward + cosines[j], Math.Max(nearestAfter, cosines[j]));
        }

        row[8] = (float)forward;
        row[9] = (float)backward;
        row[10] = (float)(forward - (.5 * backward));
        row[11] = nearestBefore;
        row[12] = nearestAfter;
        row[13] = i > 0 ? cosines[0] : 0;
        row[14] = _document.Similarity.Centrality[i];
        row[15] = (float)((forward + backward) / Math.Max(_document.Count - 1, 1));
        row[37] = i > 0 ? cosines[i - 1] : 0;
        row[38] = i + 1 < cosines.Length ? cosines[i + 1] : 0;
    }

    private void Punctuation(int i, Span<float> row)
    {
        var sentence = _document.Sentences[i];
        var quotes = Marks.Count(sentence, Marks.Quotes);
        row[16] = sentence.Length > 0 && Marks.OpeningQuotes.Contains(sentence[0]) ? 1 : 0;
        row[17] = quotes;
        row[18] = quotes % 2;
        row[19] = Marks.IsQuestion(sentence) ? 1 : 0;
        row[21] = sentence.Contains('(') ? 1 : 0;
        row[22] = Marks.EndsLikeASentence(sentence) ? 0 : 1;
        row[25] = Marks.Count(sentence, Marks.Commas);
        row[26] = sentence.Contains("...", StringComparison.Ordinal) || sentence.Contains('…') ? 1 : 0;
        row[27] = sentence.Contains(':') ? 1 : 0;
    }

    private void Opening(int i, Span<float> row)
    {
        if (_document.Stems[i] is not [var first, ..]) return;
        row[28] = (float)(Tokenizer.CharacterCount(_document.Tokens[i][0]) / _document.MeanTokenLength);
        row[29] = (float)_document.OpeningShare(i);
        row[30] = (float)((double)_openings[first] / _document.Count);
    }

    private void Vocabulary(int i, Span<float> row)
    {
        Shape(i, row);
        var (stems, distinct, words) = (_document.Stems[i], _document.Distinct[i], _document.Words);
        double once = 0, rarity = 0, known = 0, weight = 0, heaviest = 0, distinctRarity = 0, shared = 0;
        foreach (var word in stems)
        {
            if (words.Occurrences[word] == 1) once++;
            if (_seen[word]) known++;
            rarity += words.Rarity[word];
        }

        foreach (var word in distinct)
        {
            distinctRarity += words.Rarity[word];
            weight += words.Weight[word];
            heaviest = Math.Max(heaviest, words.Weight[word]);
            if (_inFirst[word]) shared++;
        }

        foreach (var word in distinct) _seen[word] = true;
        row[32] = (float)(once / Math.Max(stems.Length, 1));
        row[33] = (float)(distinctRarity / Math.Max(distinct.Length, 1));
        row[34] = (float)rarity;
        row[35] = (float)heaviest;
        row[36] = (float)weight;
        row[39] = (float)(known / Math.Max(stems.Length, 1));
        row[41] = i > 0 ? (float)(shared / Math.Max(_document.Distinct[0].Length, 1)) : 1;
    }

    private void Shape(int i, Span<float> row)
    {
        var tokens = _document.Tokens[i];
        var yardstick = OrOne(_document.MeanTokenLength);
        int digits = 0, characters = 0, brief = 0;
        for (var t = 0; t < tokens.Count; t++)
        {
            var length = Tokenizer.CharacterCount(tokens[t]);
            characters += length;
            if (length < .7 * _document.MeanTokenLength) brief++;
            if (StemIndex.HasDigit(tokens[t])) digits++;
        }

        var count = (double)Math.Max(tokens.Count, 1);
        row[20] = digits;
        row[31] = (float)(characters / count / yardstick);
        row[40] = (float)(brief / count);
    }

    private void AddRanks()
    {
        AddRank(8, 42);
        AddRank(14, 43);
        AddRank(36, 44);
    }

    private void AddRank(int column, int target)
    {
        var values = new double[_document.Count];
        for (var i = 0; i < values.Length; i++) values[i] = MathF.Round(_rows[(i * Width) + column] * 1e4f);
        var ranks = Ranking.Ranks(values);
        for (var i = 0; i < values.Length; i++) _rows[(i * Width) + target] = (float)((double)ranks[i] / values.Length);
    }

    private static double OrOne(double value) => value == 0 ? 1 : value;
}
