using System.Globalization;
using System.Text;

namespace NewsSite.Tests.Support;

/// <summary>An article file in the making.</summary>
public sealed record Story
{
    public const string DefaultBody =
        """
        The harbour board of Aldermoor voted on Monday to raise the quay by forty centimetres before the next winter.

        Work begins in March and costs 2.4 million crowns, which the board takes from its storm fund, the treasurer said.

        Fishermen on the outer mole had asked for a siren instead, and will get one in the second year of the work.

        “We have waited nine winters,” said Greta Solheim, the harbour master, “and the water did not wait with us.” The quay was last raised in 1931, when the crane on its northern end was new and the grain ships were half as long as they are today.

        The council must still agree to close the fish market for three weeks in April. Its finance committee meets on Thursday, and two of its seven members have said that they would rather see the money spent on the roofs of the primary schools.
        """;

    public required string Slug { get; init; }

    public string Headline { get; init; } = "";

    public string Section { get; init; } = "harbour";

    public string Authors { get; init; } = "Ines Maddern";

    public string? At { get; init; } = "2026-11-20T08:00:00+00:00";

    public string Body { get; init; } = DefaultBody;

    /// <summary>More front matter, as YAML lines.</summary>
    public string More { get; init; } = "";

    public static Story Dated(string slug, DateTimeOffset at) =>
        new() { Slug = slug, At = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture) };

    public override string ToString()
    {
        var text = new StringBuilder("---\n")
            .Append(CultureInfo.InvariantCulture, $"headline: \"{(Headline.Length > 0 ? Headline : "Headline of " + Slug)}\"\n")
            .Append(CultureInfo.InvariantCulture, $"slug: {Slug}\nsection: {Section}\nauthors: [{Authors}]\n");
        if (At is not null) text.Append(CultureInfo.InvariantCulture, $"publishedAt: {At}\n");
        if (More.Length > 0) text.Append(More.TrimEnd()).Append('\n');
        return text.Append("---\n\n").Append(Body).Append('\n').ToString();
    }
}
