using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace NewsSite.Summaries.Text;

/// <summary>What a full stop may mean in one language: its abbreviations, and words that open sentences.</summary>
internal sealed class SplittingRules
{
    private const string Folder = "Splitting";
    private static readonly ConcurrentDictionary<string, SplittingRules> ByLanguage = new(StringComparer.Ordinal);
    private static readonly IReadOnlyList<string> Known = WordList.Names(Folder);

    private SplittingRules(IEnumerable<string> names)
    {
        var lists = names.Select(n => WordList.Kinds(Folder, n)).ToArray();
        FrozenSet<string> Collect(string kind) =>
            lists.SelectMany(l => l[kind]).SelectMany(w => w).ToFrozenSet(StringComparer.Ordinal);
        Titles = Collect("titles");
        Abbreviations = Collect("never");
        BeforeNumbers = Collect("number");
        MayEnd = Collect("maybe");
        Starters = Collect("starters");
        HasOrdinals = Collect("ordinals").Count > 0;
    }

    /// <summary>Always followed by a name.</summary>
    public FrozenSet<string> Titles { get; }

    /// <summary>Never end a sentence.</summary>
    public FrozenSet<string> Abbreviations { get; }

    /// <summary>Abbreviations before a figure only; words otherwise ("no", "art").</summary>
    public FrozenSet<string> BeforeNumbers { get; }

    /// <summary>End a sentence when a word follows that opens sentences.</summary>
    public FrozenSet<string> MayEnd { get; }

    /// <summary>Function words that seldom continue a name.</summary>
    public FrozenSet<string> Starters { get; }

    /// <summary>Whether a figure with a full stop may be an ordinal ("3. Oktober").</summary>
    public bool HasOrdinals { get; }

    /// <summary>The rules of a language; those of all languages together when it is unknown.</summary>
    public static SplittingRules For(string? language)
    {
        var tag = WordList.PrimaryTag(language) is { } known && Known.Contains(known) ? known : "";
        return ByLanguage.GetOrAdd(tag, static t => new SplittingRules(t.Length > 0 ? ["common", t] : Known));
    }
}
