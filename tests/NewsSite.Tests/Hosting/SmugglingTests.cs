using System.Text;
using System.Text.RegularExpressions;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>Bytes that two servers could read differently. After each, a plain request is sent on the same connection: it must be answered as itself or not at all.</summary>
public sealed partial class SmugglingTests(SmugglingTests.Site site) : IClassFixture<SmugglingTests.Site>
{
    private const string Plain = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private const string Picture = "0123456789abcdef0123456789abcdef.png";

    /// <summary>What need not be refused, and how it may be answered; all other rows are answered 400, and the connection is closed.</summary>
    private static readonly Dictionary<string, int[]> Answers = new(StringComparer.Ordinal)
    {
        ["bare LF"] = [200, 400],
        ["evil host"] = [200, 400],
        ["absolute-form"] = [200, 400],
        ["X-Original-URL"] = [200],
        ["X-HTTP-Method-Override"] = [400],
        ["unkeyed header poisoning"] = [200],
        ["cache deception"] = [401, 404],
        ["dot segments"] = [400, 404],
        ["10k headers"] = [431],
        ["1001 range parts"] = [200, 416],
        ["CL with a plus sign"] = [400],
        ["HTTP/2 in the clear"] = [],
        ["body of a GET"] = [200],
        ["length in a trailer"] = [400],
    };

    private static readonly Dictionary<string, HostileRow> Rows = HostileRow.Read("http").ToDictionary(row => row.Name);

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_is_sent_is_one_request_or_none(string name)
    {
        using var client = await RawClient.ConnectAsync(site.App.Address!);

        await client.SendAsync(Rows[name].Text.Replace("/media/1 ", $"/media/{Picture} ", StringComparison.Ordinal));
        await client.SendAsync(Plain);
        var answered = await client.ReadToEndAsync();

        var statuses = Status().Matches(answered).Select(match => int.Parse(match.Groups[1].Value, null)).ToList();
        Assert.True(statuses.Count <= 2, answered);
        if (!Answers.TryGetValue(name, out var allowed)) Assert.Equal([400], statuses);
        else if (allowed.Length == 0) Assert.Empty(statuses);
        else Assert.Contains(statuses[0], allowed);
        if (statuses.Count == 2) Assert.EndsWith("\r\n\r\n7\r\nHealthy\r\n0\r\n\r\n", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Range", answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_plain_requests_on_one_connection_are_answered_both()
    {
        using var client = await RawClient.ConnectAsync(site.App.Address!);

        await client.SendAsync(Plain.Replace("Connection: close\r\n", "", StringComparison.Ordinal) + Plain);

        Assert.Equal(2, Status().Count(await client.ReadToEndAsync()));
    }

    /// <summary>A line feed alone in the extension of a chunk was read differently by Kestrel and by proxies: CVE-2025-55315, mended in the release of .NET 10.</summary>
    [Fact]
    public void The_runtime_is_one_that_reads_chunks_as_proxies_do()
    {
        Assert.True(Environment.Version >= new Version(10, 0, 0));
        Assert.DoesNotContain("-", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription.Split('+')[0], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^HTTP/1\.1 (\d{3}) ", RegexOptions.Multiline)]
    private static partial Regex Status();

    public sealed class Site : IAsyncLifetime
    {
        public Site()
        {
            App = NewsApp.OnSocket(_ => { }, new Story { Slug = "story" });
        }

        public NewsApp App { get; }

        public async ValueTask InitializeAsync()
        {
            await App.Services.KeepAsync(Picture, Encoding.ASCII.GetBytes(new string('x', 3000)));
            await App.ShowPictureAsync(Picture);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
