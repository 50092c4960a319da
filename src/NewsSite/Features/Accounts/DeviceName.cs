namespace NewsSite.Features.Accounts;

/// <summary>Names a browser so that its owner knows it again.</summary>
internal static class DeviceName
{
    // The first that fits wins: most browsers also claim to be others.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) => $"{Find(Browsers, userAgent, "A browser")} on {Find(Systems, userAgent, "an unknown system")}";

    private static string Find((string Mark, string Name)[] known, string text, string otherwise) =>
        known.Where(each => text.Contains(each.Mark, StringComparison.Ordinal)).Select(each => each.Name).FirstOrDefault(otherwise);
}
