namespace NewsSite.Features.Newsroom;

/// <summary>Why a text was not saved: in words for who wrote it, and as a status for the browser.</summary>
internal static class SaveWords
{
    public static string Of(SaveOutcome saved, TimeZoneInfo zone) => saved.Kind switch
    {
        SaveKind.Conflict => $"{saved.SavedBy ?? "Somebody"} saved another version{At(saved, zone)}. Nothing was overwritten: your text is still here.",
        SaveKind.NotAllowed => "You may not change this article as it stands now.",
        SaveKind.NotFound => "This article is not there, or not yours to open.",
        SaveKind.TooLong => $"All fields together may hold {ArticleForm.MaxLength:N0} characters. Take something out.",
        SaveKind.NoSection => "The site has no section yet. An administrator makes one in the settings.",
        _ => "",
    };

    public static int StatusOf(SaveKind kind) => kind switch
    {
        SaveKind.Saved => StatusCodes.Status200OK,
        SaveKind.Conflict => StatusCodes.Status409Conflict,
        SaveKind.NotAllowed => StatusCodes.Status403Forbidden,
        SaveKind.NotFound => StatusCodes.Status404NotFound,
        SaveKind.TooLong => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string At(SaveOutcome saved, TimeZoneInfo zone) => saved.SavedAt is { } at ? ", " + StateWords.Both(at, zone) : "";
}
