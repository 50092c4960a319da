using NewsSite.Summaries;

namespace NewsSite.Benchmarks.Summaries;

/// <summary>Text that nobody writes, at the largest size that is read.</summary>
internal static class HostileBenchmark
{
    private const int Size = 200_000;
    private const int Rounds = 10;

    public static int Run()
    {
        var summarizer = new ForestSummarizer();
        summarizer.Summarize(Texts().First().Text);
        foreach (var (name, text) in Texts())
        {
            var timing = new Timing(name);
            for (var i = 0; i < Rounds; i++) timing.Measure(() => summarizer.Summarize(text));
            Console.WriteLine(timing);
        }

        return 0;
    }

    private static IEnumerable<(string Name, ArticleText Text)> Texts()
    {
        yield return ("prose, 200,000 characters", One(Repeat(i => $"The council of ward {i % 977} met {i % 13} neighbours about road {i % 101}. ")));
        yield return ("one endless sentence", One(Repeat(i => $"word{i % 5003} and ")));
        yield return ("no punctuation, few words", One(Repeat(i => $"so it goes {i % 7} ")));
        yield return ("50,000 one-word lines", new ArticleText([.. Enumerable.Range(0, 50_000).Select(i => $"w{i % 999}")]));
        yield return ("50,000 one-word lines, one text", One(Repeat(i => $"w{i % 99}\n")));
        yield return ("six-word sentences", One(Repeat(i => $"Go to a b c{i % 997} d. ")));
        yield return ("mixed scripts", One(Repeat(i => "Слово 言葉です。كلمة واحدة؟ wort नमस्ते। ")));
        yield return ("lone surrogates", One(Repeat(i => i % 2 == 0 ? "\uD800 ab " : "\uDC00.\uD83D ")));
        yield return ("only full stops", One(new string('.', Size)));
        yield return ("full stops and spaces", One(Repeat(_ => ". ")));
        yield return ("only @", One(new string('@', Size)));
        yield return ("open brackets and quotes", One(Repeat(_ => "「（『")));
        yield return ("newlines", One(new string('\n', Size)));
        yield return ("combining marks", One("a" + new string('\u0301', Size - 1)));
        yield return ("digits and colons", One(Repeat(_ => "1:")));
    }

    private static ArticleText One(string text) => new([text]);

    private static string Repeat(Func<int, string> piece)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; text.Length < Size; i++) text.Append(piece(i));
        return text.ToString(0, Size);
    }
}
