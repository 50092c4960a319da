using NewsSite.Data.Search;

namespace NewsSite.Features.Search;

/// <summary>Finds the word that somebody may have meant.</summary>
internal static class Spelling
{
    private const int LongWord = 6;

    /// <returns>The word of fewest slips, in the order given where they are equal; null when all are too far away.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var folded = SearchWords.Fold(word);
        var most = folded.Length >= LongWord ? 2 : 1;
        return known
            .Select(each => (Word: each, Folded: SearchWords.Fold(each)))
            .Where(each => Math.Abs(each.Folded.Length - folded.Length) <= most)
            .Select(each => (each.Word, Slips: Slips(folded, each.Folded)))
            .Where(each => each.Slips > 0 && each.Slips <= most)
            .OrderBy(each => each.Slips).Select(each => each.Word).FirstOrDefault();
    }

    /// <summary>Letters left out, added, changed, or swapped with the next one.</summary>
    /// <remarks>The distance of F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964, in its restricted form.</remarks>
    public static int Slips(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }
}
