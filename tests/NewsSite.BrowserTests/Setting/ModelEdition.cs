namespace NewsSite.BrowserTests.Setting;

/// <summary>Three articles in a folder; the middle one has only what an article must have, and a slug.</summary>
public sealed class ModelEdition : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newssite-model-");

    private ModelEdition()
    {
        Write("site.yml", """
            name: The Model
            language: en-GB
            timeZone: Europe/Brussels
            sections:
              - slug: world
                name: World
            """);
        Write("articles/older.md", Story(Older, "older", "2026-11-01T08:00:00+01:00", "The older article has one paragraph, which nobody reads here."));
        Write("articles/model.md", Story(Headline, "model", "2026-11-02T08:00:00+01:00", string.Join("\n\n", Paragraphs)));
        Write("articles/newer.md", Story(Newer, "newer", "2026-11-03T08:00:00+01:00", "The newer article has one paragraph too, and it is as short."));
        Site = new RunningSite(folder.FullName);
    }

    public const string Path = "/world/model";
    public const string Headline = "Ferry Crews Train for Winter: Two Ports, One Island, and a Long Night";
    public const string Older = "Island Council Counts Its Lamps: Oil, Wind, and the Last Winter";
    public const string Newer = "Fishing Boats Said to Shelter Behind the Mole Amid Warnings of Ice";

    public static IReadOnlyList<string> Paragraphs { get; } =
    [
        "The two ports have begun to train their ferry crews together before the winter. The head of the island’s rescue service described the plan to the council on Monday.",
        "More than a hundred sailors have taken part since October. Each crew spends three nights on the water and one in the engine hall.",
        "The courses are held on the mainland, where the only ship with an ice hull lies. Instructors say that they follow what the crews ask for.",
        "The council has set aside 160,000 crowns for ropes, lamps and dry suits. A second sum is to be voted in the spring.",
        "The shipping line, meanwhile, keeps its winter timetable. Its director said that nobody would be asked to sail against his own judgement.",
        "Neighbouring islands have asked to send crews of their own. An answer is expected before the first ice.",
    ];

    public RunningSite Site { get; }

    public static Task<ModelEdition> StartAsync() => Task.Run(() => new ModelEdition());

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Story(string headline, string slug, string publishedAt, string body) => $"""
        ---
        headline: "{headline}"
        slug: {slug}
        section: world
        authors: [Ann Author]
        publishedAt: {publishedAt}
        ---

        {body}

        """;

    private void Write(string name, string text)
    {
        var file = new FileInfo(System.IO.Path.Combine(folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }
}
