namespace NewsSite.Summaries.Tests;

internal static class TestFiles
{
    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
