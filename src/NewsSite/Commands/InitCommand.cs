using System.CommandLine;

namespace NewsSite.Commands;

/// <summary>Starts a real site: an edition folder with nothing of the sample in it.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A new or empty folder." };
        var name = new Option<string>("--name") { Description = "Name of the paper.", DefaultValueFactory = _ => "My Paper" };
        var zone = new Option<string>("--time-zone") { Description = "IANA time zone, such as Europe/Brussels.", DefaultValueFactory = _ => "Etc/UTC" };
        var language = new Option<string>("--language") { Description = "Language tag, such as en or de.", DefaultValueFactory = _ => "en" };
        var command = new Command("init", "Start a real site: write an empty edition and say how to serve it.") { folder, name, zone, language };
        command.SetAction((parsed, ct) => WriteAsync(
            parsed.GetValue(folder)!, parsed.GetValue(name)!, parsed.GetValue(zone)!, parsed.GetValue(language)!, ct));
        return command;
    }

    private static async Task<int> WriteAsync(DirectoryInfo folder, string name, string zone, string language, CancellationToken ct)
    {
        if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
        {
            await Console.Error.WriteLineAsync($"{folder.FullName} is not empty. Name a new folder, so that nothing of yours is overwritten.");
            return 1;
        }

        folder.Create();
        folder.CreateSubdirectory("articles");
        folder.CreateSubdirectory("pages");
        folder.CreateSubdirectory("media");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "site.yml"), Site(name, zone, language), ct);
        Console.WriteLine($"""
            {folder.FullName} is ready: put articles into articles/, house pages into pages/, pictures into media/.
            Serve it with a data folder of its own:
              newssite --NewsSite:Content="{folder.FullName}" --NewsSite:Data="{folder.FullName}-data" --NewsSite:BaseUrl=https://your-address.example
            """);
        return 0;
    }

    private static string Site(string name, string zone, string language) => $"""
        name: {Quoted(name)}
        tagline: ""
        language: {Quoted(language)}
        timeZone: {Quoted(zone)}
        sections:
          - slug: news
            name: News
          - slug: opinion
            name: Opinion

        """;

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
