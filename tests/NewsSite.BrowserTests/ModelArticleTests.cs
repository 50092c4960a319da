using System.Text.RegularExpressions;
using NewsSite.BrowserTests.Setting;

namespace NewsSite.BrowserTests;

public sealed partial class ModelArticleTests(ReadingRoom room)
{
    private const string Offer = "No time to read? Get a summary";

    [Fact]
    public async Task An_article_with_only_the_required_keys_shows_exactly_the_parts_of_the_model_in_its_order()
    {
        await using var edition = await ModelEdition.StartAsync();
        await using var reader = await room.OpenAsync(edition.Site);
        await reader.GoAsync(ModelEdition.Path);

        var parts = await PartsAsync(reader);

        // What the required keys beyond the model add: the section above the headline, author and time below it.
        Assert.Equal("World", parts[0]);
        Assert.Equal("By Ann Author", parts[2]);
        Assert.Matches(@"^2 November 2026, 08:00 · \d minutes? to read$", parts[3]);
        Assert.Equal(
            [
                ModelEdition.Headline,
                Offer,
                .. ModelEdition.Paragraphs,
                Offer,
                "Previous Article", ModelEdition.Older,
                "Next Article", ModelEdition.Newer,
            ],
            [parts[1], .. parts.Skip(4)]);
    }

    [Fact]
    public async Task The_first_article_has_no_Previous_and_the_last_no_Next()
    {
        await using var edition = await ModelEdition.StartAsync();
        await using var reader = await room.OpenAsync(edition.Site);

        await reader.GoAsync("/world/older");
        Assert.Equal(["Next Article", ModelEdition.Headline], (await PartsAsync(reader)).TakeLast(2));
        Assert.DoesNotContain("Previous Article", await PartsAsync(reader));

        await reader.GoAsync("/world/newer");
        Assert.Equal(["Previous Article", ModelEdition.Headline], (await PartsAsync(reader)).TakeLast(2));
        Assert.DoesNotContain("Next Article", await PartsAsync(reader));
    }

    /// <summary>The lines of the page as a reader sees them, the frame of the paper left out.</summary>
    private static async Task<List<string>> PartsAsync(Reader reader) =>
    [
        .. (await reader.Page.Locator("main").InnerTextAsync()).Split('\n')
            .Select(line => Spaces().Replace(line, " ").Trim())
            .Where(line => line.Length > 0),
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
