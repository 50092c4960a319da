namespace NewsSite.Summaries.Training.Rouge;

/// <summary>Porter's stemmer with the additions of the NLTK toolkit, as the standard ROUGE implementation uses it.</summary>
internal static class PorterStemmer
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["skies"] = "sky",
        ["sky"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["news"] = "news",
        ["innings"] = "inning",
        ["inning"] = "inning",
        ["outings"] = "outing",
        ["outing"] = "outing",
        ["cannings"] = "canning",
        ["canning"] = "canning",
        ["howe"] = "howe",
        ["proceed"] = "proceed",
        ["exceed"] = "exceed",
        ["succeed"] = "succeed",
    };

    private static readonly (string End, string New)[] SecondStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
    ];

    private static readonly (string End, string New)[] ThirdStep =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] FourthStep =
    [
        .. new[]
        {
            "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
            "iti", "ous", "ive", "ize",
        }.OrderByDescending(s => s.Length),
    ];

    /// <param name="word">Lower case.</param>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var known)) return known;
        if (word.Length <= 2) return word;
        word = Plural(word);
        word = Past(word);
        if (Ends(word, "y") && word.Length > 2 && IsConsonant(word, word.Length - 2)) word = word[..^1] + "i";
        word = Second(word);
        word = Third(word);
        word = Fourth(word);
        return Fifth(word);
    }

    private static string Plural(string word)
    {
        if (Ends(word, "ies") && word.Length == 4) return word[..^1];
        if (Ends(word, "sses") || Ends(word, "ies")) return word[..^2];
        return Ends(word, "s") && !Ends(word, "ss") ? word[..^1] : word;
    }

    private static string Past(string word)
    {
        if (Ends(word, "ied")) return word[..^3] + (word.Length == 4 ? "ie" : "i");
        if (Ends(word, "eed")) return Measure(word[..^3]) > 0 ? word[..^1] : word;
        string? stem = null;
        if (Ends(word, "ed") && HasVowel(word[..^2])) stem = word[..^2];
        else if (Ends(word, "ing") && HasVowel(word[..^3])) stem = word[..^3];
        if (stem is null) return word;
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz")) return stem + "e";
        if (EndsDouble(stem)) return stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1];
        return Measure(stem) == 1 && EndsShort(stem) ? stem + "e" : stem;
    }

    private static string Second(string word)
    {
        if (Ends(word, "alli") && Measure(word[..^4]) > 0) return Second(word[..^4] + "al");
        foreach (var (end, replacement) in SecondStep)
        {
            if (Ends(word, end)) return Measure(word[..^end.Length]) > 0 ? word[..^end.Length] + replacement : word;
        }

        return Ends(word, "logi") && Measure(word[..^3]) > 0 ? word[..^1] : word;
    }

    private static string Third(string word)
    {
        foreach (var (end, replacement) in ThirdStep)
        {
            if (Ends(word, end)) return Measure(word[..^end.Length]) > 0 ? word[..^end.Length] + replacement : word;
        }

        return word;
    }

    private static string Fourth(string word)
    {
        foreach (var end in FourthStep)
        {
            if (!Ends(word, end)) continue;
            var stem = word[..^end.Length];
            var fits = end != "ion" || (stem.Length > 0 && stem[^1] is 's' or 't');
            return fits && Measure(stem) > 1 ? stem : word;
        }

        return word;
    }

    private static string Fifth(string word)
    {
        if (Ends(word, "e"))
        {
            var stem = word[..^1];
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !EndsShort(stem))) word = stem;
        }

        return Ends(word, "ll") && Measure(word[..^1]) > 1 ? word[..^1] : word;
    }

    private static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static bool IsConsonant(string word, int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(word, i - 1),
        _ => true,
    };

    /// <summary>How often a consonant follows a vowel.</summary>
    private static int Measure(string stem)
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < stem.Length; i++)
        {
            var vowel = !IsConsonant(stem, i);
            if (afterVowel && !vowel) measure++;
            afterVowel = vowel;
        }

        return measure;
    }

    private static bool HasVowel(string stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (!IsConsonant(stem, i)) return true;
        }

        return false;
    }

    private static bool EndsDouble(string stem) =>
        stem.Length >= 2 && stem[^1] == stem[^2] && IsConsonant(stem, stem.Length - 1);

    private static bool EndsShort(string stem)
    {
        var last = stem.Length - 1;
        if (last == 1) return !IsConsonant(stem, 0) && IsConsonant(stem, 1);
        return last >= 2
            && IsConsonant(stem, last - 2)
            && !IsConsonant(stem, last - 1)
            && IsConsonant(stem, last)
            && stem[last] is not ('w' or 'x' or 'y');
    }
}
