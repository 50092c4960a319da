using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Features.Media;
using NewsSite.Features.Media.Blobs;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Media.Intake;

/// <summary>Files that are no pictures, or more than pictures: what is not refused is made anew, and nothing of the file is left in it.</summary>
public sealed class HostileUploadTests(HostileUploadTests.Site site) : IClassFixture<HostileUploadTests.Site>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What decoders take, and make anew.</summary>
    private static readonly string[] Taken = ["onclick-xss-ecs.jpeg", "xss_comment_exif_metadata_double_quote.png", "png-tEXt-script.png", "png-badcrc.png"];

    public static TheoryData<string> Rows { get; } = [.. HostileRow.Read("upload").Select(row => row.Id)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_hostile_file_is_refused_in_words_or_made_anew(string id)
    {
        var row = HostileRow.Read("upload").Single(each => each.Id == id);
        var watch = Stopwatch.StartNew();

        var outcome = await TakeAsync(row.Bytes, row.Name);

        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}"); // generous: the machine may be busy
        if (outcome.Asset is not { } asset)
        {
            Assert.Matches(@"^(is|has|cannot|goes|holds) [^\p{Cc}]+\.$", outcome.Reason);
            Assert.DoesNotContain(row.Name, Taken[..3]);
            return;
        }

        Assert.Contains(row.Name, Taken);
        var kept = Encoding.Latin1.GetString((await site.App.Services.GetRequiredService<IBlobStore>().GetAsync(asset.Blob, Ct))!);
        foreach (var word in new[] { "script", "alert", "onerror", "<?php", "Exif", "http" }) Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_name_becomes_words_and_never_a_path()
    {
        var before = Tree(site.App.DataFolder);
        foreach (var (number, row) in HostileRow.Read("filename").Index())
        {
            var outcome = await TakeAsync(TestPicture.Png(1000 + number), row.Name.Length > 0 ? row.Name : row.Text);

            Assert.Null(outcome.Reason);
            Assert.Matches(@"^[0-9a-f]{32}\.jpg$", outcome.Asset!.File);
            Assert.DoesNotContain(outcome.Asset.Name, letter => letter is '/' or '\\' || char.IsControl(letter));
            Assert.InRange(outcome.Asset.Name.Length, 1, 200);
        }

        Assert.All(Tree(site.App.DataFolder).Except(before), path => Assert.Matches(@"^media/masters/([0-9a-f]{2}/)?[0-9a-f]{64}$", path));
    }

    private static List<string> Tree(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Where(file => !file.StartsWith("logs/", StringComparison.Ordinal) && !file.StartsWith("news.db", StringComparison.Ordinal))];

    private async Task<IntakeOutcome> TakeAsync(byte[] file, string name)
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AssetDesk>().TakeAsync(file, name, by: null, Ct);
    }

    public sealed class Site : IDisposable
    {
        public NewsApp App { get; } = new();

        public void Dispose() => App.Dispose();
    }
}
