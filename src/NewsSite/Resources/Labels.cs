using System.Globalization;
using System.Resources;

namespace NewsSite.Resources;

/// <summary>Names the resource files that hold the words the site itself says to readers.</summary>
public sealed class Labels
{
    private static readonly ResourceManager Words = new(typeof(Labels));

    /// <summary>A label that is written into stored HTML, outside any request.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such label.</exception>
    public static string Get(string name, CultureInfo culture) =>
        Words.GetString(name, culture) ?? throw new MissingManifestResourceException($"There is no label “{name}”.");
}
