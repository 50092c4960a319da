using System.Text.RegularExpressions;

namespace NewsSite.Tests.Architecture;

public sealed partial class SecurityDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(CodeStyleTests.Root, ".github/SECURITY.md"));

    [Theory]
    [InlineData("## Report a vulnerability")]
    [InlineData("## Supported versions")]
    [InlineData("## Documented decisions")]
    public void It_says_what_somebody_who_found_a_hole_looks_for(string heading) => Assert.Contains(heading + "\n", Text, StringComparison.Ordinal);

    [Fact]
    public void Every_file_and_heading_that_it_names_is_there()
    {
        var links = Links().Matches(Text).Select(link => link.Groups[1].Value).ToList();
        var files = Files().Matches(Text).Select(file => file.Groups[1].Value).ToList();
        var headings = Text.Split('\n').Where(line => line.StartsWith('#')).Select(line => "#" + line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-'));

        Assert.NotEmpty(files);
        Assert.Empty(links.Where(link => link.StartsWith('#')).Except(headings));
        Assert.All(links.Where(link => !link.StartsWith('#')), link => Assert.True(File.Exists(Path.Combine(CodeStyleTests.Root, ".github", link)), link));
        Assert.All(files, file => Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(CodeStyleTests.Root, "src"), Path.GetFileName(file), SearchOption.AllDirectories)));
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"`([\w/]+\.cs)`")]
    private static partial Regex Files();
}
