using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Features.Media;
using NewsSite.Features.Newsroom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Injection;

/// <summary>A name that is a path reads nothing and writes nothing outside the media folder.</summary>
public sealed class HostileNameTests : IDisposable
{
    private const string Canary = "canary that sings";

    private static readonly string[] Own =
    [
        "canary.png", "../canary.png", "../../canary.png", "..\\canary.png", "media/../../canary.png", "./canary.png", "%2e%2e/canary.png", "..%2fcanary.png", "..%252fcanary.png", "%c0%ae%c0%ae/canary.png",
        "/etc/passwd", "/proc/self/environ", "file:///etc/passwd", "news.db", "../news.db", "../keys", "", ".", "..", "\0", "a\0.png", "00000000000000000000000000000000.png\0.jpg", "00000000000000000000000000000000.png\n",
        "00000000000000000000000000000000.PNG", "con.png", "a:b.png", "//evil.example/a.png", "https://evil.example/a.png", "out/canary.png", new('a', 5000),
    ];

    private readonly EditionFolder edition = new();
    private readonly NewsApp app;
    private readonly List<string> names = [.. HostileRow.Read("filename").Select(row => row.Text), .. Own];

    public HostileNameTests()
    {
        app = NewsApp.On(edition);
        Directory.CreateDirectory(Path.Combine(app.DataFolder, "media"));
        File.WriteAllText(Path.Combine(app.DataFolder, "canary.png"), Canary);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task No_address_of_a_picture_leads_out_of_the_media_folder()
    {
        var served = new List<string>();
        foreach (var url in names.SelectMany(name => new[] { Uri.EscapeDataString(Whole(name)), Uri.EscapeDataString(Uri.EscapeDataString(Whole(name))), Uri.EscapeDataString(Whole(name)).Replace("%2F", "/", StringComparison.Ordinal) })
            .Where(url => !url.Contains("%00", StringComparison.Ordinal)).Distinct()) // a server refuses those before the site sees them, and the test's server throws
        {
            using var response = await app.GetAsync("/media/" + url);
            var text = await response.Content.ReadAsStringAsync(Ct);
            if ((int)response.StatusCode >= 500 || text.Contains(Canary, StringComparison.Ordinal) || text.Contains("root:", StringComparison.Ordinal)
                || (response.StatusCode is HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType != "text/html")) served.Add($"{url} answered {(int)response.StatusCode}");
        }

        Assert.True(served.Count == 0, string.Join('\n', served));
    }

    private async Task<StoredPicture?> FindAsync(string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PictureShelf>().FindAsync(name, Ct);
    }

    [Fact]
    public async Task No_name_in_a_field_or_an_edition_brings_in_a_file_from_elsewhere()
    {
        var outside = Path.Combine(Path.GetDirectoryName(edition.Path)!, Path.GetFileName(edition.Path) + "-canary.png");
        await File.WriteAllBytesAsync(outside, TestPicture.Png(), Ct);
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(edition.Path, "media", "out"), Path.GetDirectoryName(outside)!);
            File.CreateSymbolicLink(Path.Combine(edition.Path, "media", "out.png"), outside);
            var before = Tree(app.DataFolder);
            string[] hostile = [.. names, $"../{Path.GetFileName(outside)}", $"media/out/{Path.GetFileName(outside)}", "media/out.png", outside];
            foreach (var (number, name) in hostile.Index())
            {
                Assert.Null(await FindAsync(name));
                edition.Add(
                    new Story { Slug = $"over-{number}", More = $"image:\n  path: {JsonSerializer.Serialize(Whole(name))}\n  alt: A picture" },
                    new Story { Slug = $"in-{number}", Body = $"![A picture](<{Whole(name).Replace("\n", " ", StringComparison.Ordinal)}>)\n\n{Story.DefaultBody}" });
            }

            var report = await app.LoadAgainAsync();

            Assert.Equal(before, Tree(app.DataFolder));
            Assert.True(report.Added >= hostile.Length, $"{report.Added}"); // a picture that is not there leaves the text
            Assert.Equal(hostile.Length, report.Problems.Count(problem => problem.File.StartsWith("articles/over-", StringComparison.Ordinal)));
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Fact]
    public async Task A_name_in_the_editor_is_refused_in_words()
    {
        var eva = await app.MemberAsync("Eva", NewsSite.Domain.Staff.StaffRole.Administrator);
        foreach (var name in Own.Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            var form = NewsDesk.Sheet();
            form.Picture = name;
            Assert.Equal("There is no such picture.", (await app.StepAsync(eva, NewsSite.Domain.Articles.WorkflowStep.Submit, null, form)).Errors?.All[nameof(ArticleForm.Picture)]);
        }
    }

    // The database writes beside itself as it likes.
    private static Dictionary<string, string> Tree(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith("news.db", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    // A lone half of a letter cannot be written into a file or an address.
    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
