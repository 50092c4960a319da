using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Features.Importing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Hosting;

/// <summary>Texts that are made to keep a program busy, through every door that takes a text.</summary>
public sealed class PathologicalTextTests(HostileDesk desk) : IClassFixture<HostileDesk>
{
    private static readonly HttpStatusCode[] Clear = [HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity];

    private static readonly Dictionary<string, string> Rows = HostileRow.Read("pathological").ToDictionary(row => row.Name, row => row.Text);

    public static MatrixTheoryData<string, string> Bodies => new(HostileDoor.Writing.Select(door => door.Name), Rows.Keys);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_text_is_taken_or_refused_in_time_and_nobody_else_waits(string door, string row)
    {
        var answer = await desk.PostAsync(HostileDoor.Of(door), Rows[row]);

        Assert.Contains(answer.Status, Clear);
        // Who is refused is told why, and keeps what was typed.
        if (answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge && !answer.Text.StartsWith('{'))
        {
            Assert.NotEqual("", answer.Errors);
            Assert.Equal(Normal(Rows[row]), Normal(answer.Page.QuerySelector("#Body")!.TextContent));
        }
    }

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_loaded_or_named_with_its_line_in_time_and_the_rest_loads(string row)
    {
        var slug = "after-" + Guid.NewGuid().ToString("N");
        using var edition = new EditionFolder();
        edition.Add(new Story { Slug = "hostile", Body = Rows[row] }, new Story { Slug = slug });
        var loader = desk.App.Services.GetRequiredService<EditionLoader>();

        var report = await desk.BesideReadersAsync(() => loader.LoadAsync(edition.Path, TestContext.Current.CancellationToken));

        Assert.All(report.Problems, problem => Assert.True(
            problem.File == "articles/hostile.md" && (problem.Line is not null || problem.Reason.Contains("larger than", StringComparison.Ordinal) || problem.Reason.Contains("characters", StringComparison.Ordinal)), problem.ToString()));
        await desk.App.PageAsync("/harbour/" + slug);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Replace('\0', '\uFFFD').Trim('\n');
}
