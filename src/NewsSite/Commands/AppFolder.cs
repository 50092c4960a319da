namespace NewsSite.Commands;

/// <summary>Where the app lies: relative folders in settings start there, whatever folder it was started from.</summary>
internal static class AppFolder
{
    /// <returns>Null when the settings name a content root themselves, or the app runs from its sources.</returns>
    public static string? Find(IEnumerable<string> settings) =>
        settings.Any(setting => setting.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null
        : Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory
        : null;
}
