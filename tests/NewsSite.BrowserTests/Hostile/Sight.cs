using System.Text.Json;

namespace NewsSite.BrowserTests.Hostile;

/// <summary>What a page held, as the judge in the browser saw it.</summary>
/// <param name="Status">Of the answer; 0 for a page that was opened.</param>
/// <param name="Json">The answer, where it is no page.</param>
/// <param name="Shape">Names of elements and attributes, nested; equal neighbours count once. Empty for what is no page.</param>
/// <param name="Findings">What no page of this site may hold.</param>
/// <param name="Items">Shapes of the children of lists, by the list's place.</param>
/// <param name="Strings">Texts and values of attributes, by their place.</param>
/// <param name="Links">Where the page leads, by kind; with it what its forms are about.</param>
public sealed record Sight(
    int Status, string Url, string Type, string? Json, string Shape, string[] Findings, Dictionary<string, string[]> Items, Dictionary<string, string[]> Strings, Dictionary<string, string[]> Links)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public string? First(string link) => Links.GetValueOrDefault(link)?.FirstOrDefault();

    public static T Parse<T>(string json) => JsonSerializer.Deserialize<T>(json, Web)!;

    public static string Write(object value) => JsonSerializer.Serialize(value, Web);
}

/// <summary>A page that is to be read without opening it.</summary>
/// <param name="Url">Path and query.</param>
/// <param name="Page">For a form: the page that it stands on.</param>
/// <param name="Fields">For a form: what is posted.</param>
/// <param name="Wanted">Places of strings; null for all that hold a mark.</param>
/// <param name="From">Forwarded address of whoever asks.</param>
public sealed record Question(string Url, string? Page = null, IReadOnlyList<string[]>? Fields = null, IReadOnlyCollection<string>? Wanted = null, string? From = null);
