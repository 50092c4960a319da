using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Architecture.Embargo;

/// <summary>Two sites that should look the same: one has secrets, the other has none.</summary>
public sealed class EmbargoRoom : IAsyncLifetime
{
    private static readonly string[] Gone = ["control", "withdrawn", "retracted"];
    private static readonly string[] Hidden = ["draft", "review", "binned", "approved", "scheduled"];

    private SecretPress press = null!;

    /// <summary>Logs what a site logs, its requests excepted: they say what somebody asked for, and nothing else.</summary>
    public NewsApp App { get; } = NewsApp.Set(("Serilog:MinimumLevel:Default", "Information"), ("Serilog:MinimumLevel:Override:Serilog.AspNetCore", "Warning"));

    public NewsApp Bare { get; } = new();

    /// <summary>All that the newsroom of <see cref="App"/> logged before the first request.</summary>
    public string Log { get; private set; } = "";

    public IReadOnlyList<string> Words { get; private set; } = [];

    internal SecretPress Press => press;

    public async ValueTask InitializeAsync()
    {
        press = await FillAsync(App);
        await FillAsync(Bare);
        foreach (var kind in Hidden) await press.WriteAsync(kind);
        await press.TypeOverAsync("host");
        await press.PutOnFrontAsync("scheduled");
        await press.BannerAsync(Bare, null);
        Log = await LogAsync();
        Words = [.. Gone.Concat(Hidden).Append("pending")];
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Bare.DisposeAsync();
    }

    public async Task<string> LogAsync()
    {
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(App.DataFolder, "logs")));
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<SecretPress> FillAsync(NewsApp app)
    {
        var (ann, eva) = (await app.MemberAsync("Ann", StaffRole.Author), await app.MemberAsync("Eva", StaffRole.Editor, 1));
        app.Edition.Add(
            Story.Dated("original", NewsApp.Noon.AddHours(-3)),
            Story.Dated("host", NewsApp.Noon.AddHours(-2)),
            Story.Dated("part-of-control", NewsApp.Noon.AddHours(-1)) with { More = $"series: {new Secret("control", "series")}" },
            Story.Dated("part-of-scheduled", NewsApp.Noon.AddHours(-1)) with { More = $"series: {new Secret("scheduled", "series")}" });
        Assert.Empty((await app.LoadAgainAsync()).Problems);
        var press = new SecretPress(app, ann, eva);
        foreach (var kind in Gone) await press.WriteAsync(kind);
        return press;
    }
}
