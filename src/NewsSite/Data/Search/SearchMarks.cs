using System.Globalization;
using System.Text;

namespace NewsSite.Data.Search;

/// <summary>
/// Words that no reader can type, indexed beside an article's own: where its words stand, and what it is filed under.
/// The index then finds “in the headline” or “of this section” as fast as any word, where a column filter would walk all hits of a common word.
/// </summary>
/// <remarks>Each begins with a character of the private use area, which the tokenizer keeps and <see cref="SearchWords"/> never lets through.</remarks>
internal static class SearchMarks
{
    public const char InHeadline = '\uE001';

    /// <summary>In the headline, the standfirst, the byline or the tags.</summary>
    public const char InHead = '\uE002';

    private const char Filed = '\uE000';
    private const string Gap = " \uE003 "; // keeps a phrase from running out of one text into the next

    public static string Section(long id) => Mark('s', id);

    public static string Author(long id) => Mark('a', id);

    public static string Tag(long id) => Mark('t', id);

    /// <summary>All marks of one article, in one text.</summary>
    public static string Of(SearchRow row)
    {
        var marks = new StringBuilder(Section(row.SectionId));
        foreach (var author in row.Authors) marks.Append(' ').Append(Author(author.Id));
        foreach (var tag in row.Tags) marks.Append(' ').Append(Tag(tag.Id));
        Append(marks, InHeadline, row.Headline);
        foreach (var text in (string[])[row.Headline, row.Standfirst ?? "", .. row.Authors.Select(author => author.Name), .. row.Tags.Select(tag => tag.Name)])
            Append(marks, InHead, text);
        return marks.ToString();
    }

    private static void Append(StringBuilder marks, char place, string text)
    {
        marks.Append(Gap);
        foreach (var word in SearchWords.Of(text)) marks.Append(place).Append(word).Append(' ');
    }

    private static string Mark(char kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{Filed}{kind}{id}");
}
