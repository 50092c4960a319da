using System.Collections.Concurrent;
using System.Collections.Frozen;
using NewsSite.Summaries.Text;

namespace NewsSite.Summaries.Guard;

/// <summary>Number words, magnitudes and negations of a language, from <c>Guard/</c>.</summary>
internal sealed class GuardWords
{
    private static readonly ConcurrentDictionary<string, GuardWords> ByLanguage = new(StringComparer.Ordinal);

    private GuardWords(string language)
    {
        var kinds = WordList.Kinds("Guard", language);
        Numbers = kinds["numbers"].SelectMany(w => w)
            .SelectMany((forms, i) => forms.Split('|').Select(form => (form, Value: i + 1)))
            .ToFrozenDictionary(n => n.form, n => n.Value, StringComparer.Ordinal);
        Magnitudes = new[] { ("thousand", 1e3m), ("million", 1e6m), ("billion", 1e9m) }
            .SelectMany(m => kinds[m.Item1].SelectMany(w => w).Select(word => (word, Value: (decimal)m.Item2)))
            .ToFrozenDictionary(m => m.word, m => m.Value, StringComparer.Ordinal);
        Percent = [.. kinds["percent"].SelectMany(w => w).Select(w => w.Replace('_', ' '))];
        Negations = kinds["negations"].SelectMany(w => w).ToFrozenSet(StringComparer.Ordinal);
        HasSpaces = language is not ("zh" or "ja");
        CapitalsAreNames = language != "de";
    }

    /// <summary>One to twelve.</summary>
    public FrozenDictionary<string, int> Numbers { get; }

    public FrozenDictionary<string, decimal> Magnitudes { get; }

    public IReadOnlyList<string> Percent { get; }

    public FrozenSet<string> Negations { get; }

    public bool HasSpaces { get; }

    /// <summary>False in German, where every noun has a capital.</summary>
    public bool CapitalsAreNames { get; }

    /// <summary>The words of a language; English when it is unknown or has no list.</summary>
    public static GuardWords For(string? language)
    {
        var tag = WordList.PrimaryTag(language) ?? "en";
        return ByLanguage.GetOrAdd(WordList.Names("Guard").Contains(tag) ? tag : "en", static t => new GuardWords(t));
    }
}
