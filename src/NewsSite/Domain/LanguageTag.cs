using System.Text.RegularExpressions;

namespace NewsSite.Domain;

/// <summary>Tags of languages as BCP 47 writes them: en, de, pt-BR.</summary>
public static partial class LanguageTag
{
    public const int MaxLength = 35;

    /// <summary>Whether the form is right; not whether such a language is registered.</summary>
    public static bool IsWellFormed(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
