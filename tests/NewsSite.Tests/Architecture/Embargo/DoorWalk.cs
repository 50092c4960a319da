using System.Text.RegularExpressions;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Newsroom.Library;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture.Embargo;

/// <summary>Every address that somebody could try in search of a secret: each door of the route table, with all values in its holes and in the values it reads from a query.</summary>
internal sealed class DoorWalk(SecretPress press, IEnumerable<string> kinds)
{
    private static readonly string[] Slugs = ["slug", "oldslug", "tag", "author"];
    private static readonly string[] Searched = ["headline", "standfirst", "body", "tag", "author", "summary", "notes", "caption", "series"];

    private readonly string[] kinds = [.. kinds];

    /// <summary>The addresses of one door.</summary>
    /// <param name="queries">Names of the query values that it reads.</param>
    public IEnumerable<string> Urls(SiteDoor door, IReadOnlyList<string> queries)
    {
        var holes = Regex.Matches(door.Route, @"\{\**([a-z]+)").Select(hole => hole.Groups[1].Value).ToList();
        var fillings = Product([.. holes.Select(hole => Holes(hole, holes.Count))]).ToList();
        foreach (var filling in fillings) yield return Url(door, holes, filling);

        // Places in a list are tried on few lists: one that has something to show, and one that has nothing yet.
        foreach (var url in fillings.Where(filling => filling.Index().All(each => Holes(holes[each.Index], holes.Count).Take(2).Contains(each.Item))).Select(filling => Url(door, holes, filling)))
        {
            foreach (var name in queries)
            {
                foreach (var value in Values(name)) yield return url + (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + $"{name}={Uri.EscapeDataString(value)}";
            }
        }
    }

    /// <summary>The same address as somebody would write it who hopes that a check looks at its letters only.</summary>
    public static IEnumerable<(HttpMethod Method, string Url)> Tricks(string url)
    {
        yield return (HttpMethod.Head, url);
        if (url.Contains('?', StringComparison.Ordinal)) yield break;
        yield return (HttpMethod.Get, url + "/");
        yield return (HttpMethod.Get, url.ToUpperInvariant());
        yield return (HttpMethod.Get, url.Replace("zq", "%7A%71", StringComparison.Ordinal));
        yield return (HttpMethod.Get, url.Replace("zq", "%257Aq", StringComparison.Ordinal));
        yield return (HttpMethod.Get, "/" + url[1..].Replace("/", "%2F", StringComparison.Ordinal));
        yield return (HttpMethod.Get, url + "%20");
    }

    private static string Url(SiteDoor door, List<string> holes, IReadOnlyList<string> filling) => door.Url(hole => filling[holes.IndexOf(hole)]);

    private IReadOnlyList<string> Holes(string hole, int count) => hole switch
    {
        "section" when count > 1 => ["harbour", "council"],
        "section" => ["harbour", "council", .. Words(Slugs)],
        "slug" => ["host", "zqscheduledzzslug", "original", "part-of-scheduled", "ines-maddern", "nobody", .. Words(Slugs)],
        "file" => [.. press.Pictures.Values.SelectMany(files => files), "00000000000000000000000000000000.png"],
        "rendition" => ["", "4.webp", "4.jpg", "wide-4-50-50.jpg"],
        "card" => [.. press.Cards.Values, .. press.Ids.Values.Select(id => $"{id}-{new string('0', 32)}.png")],
        "token" => ["none", SecretToken.HashOf("none"), new string('0', SecretToken.Length)],
        "feed" => ["rss.xml", "feed.json", "atom-summary.xml"],
        "sitemap" => ["2026-11.xml", "tags.xml", "authors.xml", "pages.xml", "2026-12.xml"],
        "year" => ["2026"],
        "month" => ["11"],
        "day" => ["22", "23"],
        "status" => ["404"],
        "number" => ["1", "2"],
        "id" => [.. press.Ids.Values.Select(id => $"{id}")],
        _ => throw new ArgumentException($"A route has the hole “{hole}”, and the walk has no value for it: add those with which a secret could be found."),
    };

    private IEnumerable<string> Values(string name) => name switch
    {
        "q" => Words(Searched),
        "id" or "off" => press.Ids.Values.Select(id => $"{id}"),
        "older" or "newer" => [press.Place("control"), press.Place("scheduled"), press.Place("draft"), "9000000000000-0"],
        "pile" => Enum.GetNames<DeskPile>(),
        "part" => Enum.GetNames<LibraryPart>(),
        "added" => ["1"],
        "saved" => ["true"],
        "section" => ["1", "2", "harbour"],
        "author" => Words(["author"]),
        "order" => ["newest"],
        "after" => ["0", "1", "a", press.Place("control"), press.Place("scheduled")],
        "act" => ["1", "2"],
        "from" or "to" => ["1", "2", "2026-11-22", "2026-11-24"],
        "before" => [press.Place("scheduled"), "1000000", "-1000000"],
        "local" => ["2026-11-23T13:00"],
        "key" => ["none"],
        "returnUrl" => ["/admin"],
        "token" => ["none"],
        _ => throw new ArgumentException($"A page reads “{name}” from the query, and the walk has no value for it: add those with which a secret could be found."),
    };

    private IEnumerable<string> Words(string[] fields) => kinds.SelectMany(_ => fields, (kind, field) => new Secret(kind, field).ToString());

    private static IEnumerable<IReadOnlyList<string>> Product(IReadOnlyList<IReadOnlyList<string>> sets) => sets.Count == 0
        ? [[]]
        : sets[0].SelectMany(_ => Product([.. sets.Skip(1)]), (first, rest) => (IReadOnlyList<string>)[first, .. rest]).Distinct();
}
