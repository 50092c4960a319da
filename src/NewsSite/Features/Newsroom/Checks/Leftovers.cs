using System.Text.RegularExpressions;
using NewsSite.Markup;

namespace NewsSite.Features.Newsroom.Checks;

/// <summary>Marks that reporters leave where something is to come.</summary>
internal static partial class Leftovers
{
    public static IReadOnlyList<CheckItem> In(ChecklistInput input, BodyParts? parts)
    {
        var found = Texts(input, parts)
            .SelectMany(text => Mark().Matches(text.Words ?? "").Select(match => match.Value).Distinct()
                .Select(mark => new CheckItem("leftovers", true, false, $"“{mark}” is left in the {text.Name}.", text.Field)))
            .ToList();
        return found.Count > 0 ? found : [new CheckItem("leftovers", true, true, "No “TK” or “XXX” is left.", null)];
    }

    private static IEnumerable<(string Name, string? Words, string Field)> Texts(ChecklistInput input, BodyParts? parts) =>
    [
        ("headline", input.Headline, nameof(ArticleForm.Headline)),
        ("standfirst", input.Standfirst, nameof(ArticleForm.Standfirst)),
        ("text", input.Body?.PlainText ?? input.Markdown, nameof(ArticleForm.Body)),
        ("description of a picture in the text", string.Join('\n', parts?.PictureWords ?? []), nameof(ArticleForm.Body)),
        ("summary", string.Join('\n', input.Summary?.Sentences.Select(sentence => sentence.Text) ?? []), nameof(ArticleForm.Summary)),
        ("description of the picture", input.Picture?.Alt, nameof(ArticleForm.PictureAlt)),
        ("caption", input.Picture?.Caption, nameof(ArticleForm.PictureCaption)),
        ("credit", input.Picture?.Credit, nameof(ArticleForm.PictureCredit)),
    ];

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}_])(?:TK(?:TK)*|XXX)(?![\p{L}\p{M}\p{N}_])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 3000)]
    private static partial Regex Mark();
}
