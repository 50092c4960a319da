namespace NewsSite.Tests.Support;

/// <summary>A content folder that a test writes.</summary>
public sealed class EditionFolder : IDisposable
{
    private readonly TempFolder folder = new();

    public EditionFolder()
    {
        Directory.CreateDirectory(folder.File("articles"));
        Directory.CreateDirectory(folder.File("pages"));
        Directory.CreateDirectory(folder.File("media"));
        Site();
    }

    public string Path => folder.Path;

    public EditionFolder Site(string more = "", string zone = "Europe/Brussels", string language = "en-GB") => Write(
        "site.yml",
        $"""
        name: The Test Courier
        language: {language}
        timeZone: {zone}
        sections:
          - slug: harbour
            name: Harbour
          - slug: council
            name: Council
        {more}
        """);

    public EditionFolder Add(params Story[] stories)
    {
        foreach (var story in stories) Write($"articles/{story.Slug}.md", story.ToString());
        return this;
    }

    public EditionFolder Write(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        return this;
    }

    public EditionFolder Delete(string name)
    {
        File.Delete(folder.File(name));
        return this;
    }

    public void Dispose() => folder.Dispose();
}
