namespace NewsSite.Features.Importing;

/// <summary>Where a path really leads once every link in it has been followed.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <returns>The real path of <paramref name="path"/>; null when it lies outside <paramref name="folder"/>, or a link leads in a circle.</returns>
    public static string? Inside(string folder, string path) =>
        Of(folder) is { } root && Of(path) is { } real && real.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? real : null;

    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string? Of(string path)
    {
        var links = 0;
        return Followed(Path.GetFullPath(path), ref links);
    }

    private static string? Followed(string path, ref int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++links > MaxLinks || Followed(Path.GetFullPath(target, real), ref links) is not { } followed) return null;
                next = followed;
            }

            real = next;
        }

        return real;
    }
}
