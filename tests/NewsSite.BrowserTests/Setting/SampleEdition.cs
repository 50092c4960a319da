using System.Globalization;
using System.Runtime.CompilerServices;

namespace NewsSite.BrowserTests.Setting;

/// <summary>The sample edition as its files tell it: what the site is held against.</summary>
public static class SampleEdition
{
    public static string Folder { get; } = Path.GetFullPath("../../../content", FolderOfThisFile());

    /// <summary>Instants of the articles that a reader may see at <see cref="RunningSite.Now"/>, oldest first.</summary>
    public static IReadOnlyList<DateTimeOffset> VisibleInstants { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "articles"), "*.md")
            .Select(File.ReadAllLines)
            .Where(lines => !lines.Contains("status: draft"))
            .Select(PublishedAt)
            .Where(at => at <= RunningSite.Now)
            .Order(),
    ];

    private static DateTimeOffset PublishedAt(string[] lines)
    {
        const string Key = "publishedAt: ";
        return DateTimeOffset.Parse(lines.First(line => line.StartsWith(Key, StringComparison.Ordinal))[Key.Length..], CultureInfo.InvariantCulture);
    }

    private static string FolderOfThisFile([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
