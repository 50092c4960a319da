using System.Runtime.CompilerServices;

namespace NewsSite.Tests.Markup;

/// <summary>The files beside these tests, read where they lie in the source tree.</summary>
internal static class MarkupFiles
{
    public static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
