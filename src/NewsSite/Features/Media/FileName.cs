using NewsSite.Domain;
using NewsSite.Domain.Media;

namespace NewsSite.Features.Media;

/// <summary>What is kept of a name that somebody's computer gave to a file: something to read and to search for, never a path.</summary>
public static class FileName
{
    public static string Of(string name)
    {
        var last = CleanText.OneLine(name).Split('/', '\\')[^1].Trim();
        if (last.Length > Asset.MaxNameLength) last = last[..Asset.MaxNameLength];
        if (last.Length > 0 && char.IsHighSurrogate(last[^1])) last = last[..^1];
        return last.Length > 0 ? last : "Untitled";
    }
}
