using NewsSite.Summaries.Features;

namespace NewsSite.Summaries.Selection;

/// <summary>Signs of news that do not ask for a place at the top: fullness, figures, and a place behind the opening.</summary>
internal sealed class NewsValue
{
    private const double Cap = 1.5;

    // From a quarter of the article on a sentence counts as later, past the middle fully.
    private const double OpeningEnds = .25;
    private const double Rise = .3;

    private readonly Document _document;
    private readonly bool[] _figures;
    private readonly double _mean;
    private readonly double _spread;

    public NewsValue(Document document, int[] candidates, bool[] figures)
    {
        (_document, _figures) = (document, figures);
        _mean = candidates.Average(Load);
        _spread = Math.Sqrt(candidates.Average(i => (Load(i) - _mean) * (Load(i) - _mean)));
    }

    /// <summary>Rates a sentence by lateness (0 to 1), fullness (standard deviations, at most 1.5) and figures.</summary>
    public double Of(int sentence, Func<double, double, bool, double> rating)
    {
        var place = (double)sentence / Math.Max(_document.Count - 1, 1);
        var lateness = Math.Clamp((place - OpeningEnds) / Rise, 0, 1);
        var fullness = _spread > 0 ? Math.Clamp((Load(sentence) - _mean) / _spread, -Cap, Cap) : 0;
        return rating(lateness, fullness, _figures[sentence]);
    }

    private double Load(int sentence)
    {
        var load = 0.0;
        foreach (var word in _document.Stems[sentence]) load += _document.Words.Rarity[word];
        return load;
    }
}
