using AngleSharp.Dom;

namespace NewsSite.Markup;

/// <summary>A link to a video or a social post, alone in its paragraph, becomes a card. It is a plain link: nothing of the other site loads.</summary>
internal static class LinkCards
{
    private static readonly string[] Sites =
    [
        "youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "twitch.tv", "tiktok.com",
        "instagram.com", "facebook.com", "fb.watch", "threads.net", "threads.com", "twitter.com", "x.com", "bsky.app", "mastodon.social",
        "linkedin.com", "reddit.com", "pinterest.com", "soundcloud.com", "open.spotify.com", "t.me", "vk.com", "rumble.com", "odysee.com",
    ];

    public static void Shape(IElement body)
    {
        foreach (var paragraph in body.QuerySelectorAll("p"))
        {
            if (LoneLink(paragraph) is { } link && LinkTarget.Of(link.GetAttribute("href") ?? "") is { Host: { } host } target && IsCardHost(host))
                MakeCard(paragraph, link, target);
        }
    }

    internal static bool IsCardHost(string host) =>
        host.StartsWith("video.", StringComparison.Ordinal)
        || Sites.Any(s => host == s || (host.EndsWith(s, StringComparison.Ordinal) && host[^(s.Length + 1)] is '.'));

    private static IElement? LoneLink(IElement paragraph) =>
        paragraph.Children is [{ LocalName: "a" } link]
        && paragraph.ChildNodes.All(n => n == link || n is IText { Data: var text } && string.IsNullOrWhiteSpace(text))
            ? link
            : null;

    private static void MakeCard(IElement paragraph, IElement link, LinkTarget target)
    {
        var words = link.TextContent.Trim();
        var isBare = words.Length is 0 || words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.Ordinal);
        link.TextContent = isBare ? target.Display : words;
        link.SetAttribute("rel", "noopener nofollow external");

        var host = paragraph.Owner!.CreateElement("span");
        host.ClassName = "card-host";
        host.TextContent = target.Host!;
        paragraph.ClassName = "card";
        paragraph.TextContent = "";
        paragraph.Append(link, paragraph.Owner!.CreateTextNode(" "), host);
    }
}
