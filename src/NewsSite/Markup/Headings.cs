using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>Body headings start at <c>h2</c> below the headline, skip no level, and can be linked to.</summary>
internal static class Headings
{
    private const string Prefix = "h-";
    private const int MaxIdLength = 60;

    public static void Shape(IElement body)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        var levels = new Stack<int>();
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var words = ProseText.Of(heading).Text; // without footnote marks
            if (string.IsNullOrWhiteSpace(words)) heading.Remove();
            else Place(heading, levels).Id = Unused(IdFor(words), ids, repeats);
        }

        foreach (var link in body.QuerySelectorAll("a[href^='#']"))
        {
            var target = Prefix + Uri.UnescapeDataString(link.GetAttribute("href")![1..]);
            if (ids.Contains(target)) link.SetAttribute("href", "#" + target); // authors write [see](#the-heading)
        }
    }

    private static IElement Place(IElement heading, Stack<int> levels)
    {
        var written = heading.LocalName[1] - '0';
        while (levels.TryPeek(out var above) && above >= written) levels.Pop();
        levels.Push(written);

        var placed = heading.Owner!.CreateElement($"h{Math.Min(6, levels.Count + 1)}");
        placed.Append([.. heading.ChildNodes]);
        heading.Replace(placed);
        return placed;
    }

    private static string IdFor(string text)
    {
        var id = new StringBuilder(Prefix);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (id.Length >= MaxIdLength) break;
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                id.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (rune.Value is not ('\'' or '’') && id[^1] is not '-') id.Append('-');
        }

        return id.ToString().TrimEnd('-') is { Length: > 1 } named ? named : Prefix + "1";
    }

    private static string Unused(string id, HashSet<string> ids, Dictionary<string, int> repeats)
    {
        var unused = id;
        while (!ids.Add(unused))
        {
            repeats[id] = repeats.GetValueOrDefault(id, 1) + 1;
            unused = $"{id}-{repeats[id]}";
        }

        return unused;
    }
}
