using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NewsSite.Data;
using NewsSite.Summaries;

namespace NewsSite.Tests.Architecture;

/// <summary>House rules that a compiler does not hold.</summary>
public sealed partial class CodeStyleTests
{
    private const int MaxLines = 300;
    private const int MaxParameters = 5;

    internal static readonly string Root = FindRoot();

    private static IEnumerable<Type> Ours =>
        new[] { typeof(NewsDbContext).Assembly, typeof(ISummarizer).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("NewsSite", StringComparison.Ordinal) == true)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.FullName!.Contains('<', StringComparison.Ordinal))
            .Where(type => !type.Namespace!.StartsWith("NewsSite.Data.Migrations", StringComparison.Ordinal));

    private static readonly string[] SourceFolders = ["src", "tests"];

    private static IEnumerable<string> Sources => SourceFolders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Generated().IsMatch(file));

    [Fact]
    public void R7_Classes_are_sealed_unless_abstract() =>
        Assert.Empty(Ours.Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false }).Select(type => type.FullName));

    [Fact]
    public void R8_State_of_the_domain_changes_by_methods_only() =>
        Assert.Empty(Ours
            .Where(type => type.Namespace!.StartsWith("NewsSite.Domain", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));

    [Theory]
    [InlineData(@"\bDateTime(Offset)?\.(Utc)?Now\b", "tests")]
    [InlineData(@"\.Result\b(?!\s*=[^=])(?!\s*[=;)]?\s*=>)|\.Wait\(\)", "tests", "src/NewsSite/Hosting/CleanTextBinding.cs")] // setting one waits for nothing, and a model binder's is no task's
    [InlineData(@"Html\.Raw|new HtmlString\(|SetHtmlContent|AppendHtml", "src/NewsSite/Markup", "src/NewsSite/TagHelpers/StoryHeadlineTagHelper.cs", "src/NewsSite/TagHelpers/NewsPictureTagHelper.cs", "tests")]
    [InlineData(@"UseInMemoryDatabase|EntityFrameworkCore\.InMemory")]
    [InlineData(@"Task\.Delay", "src/NewsSite/Data/Sqlite/OperatingSystemLock.cs", "src/NewsSite/Hosting/SearchUpkeepService.cs", "src/NewsSite/Features/Counts/CountService.cs", "src/NewsSite/Delivery/PublicationWatch.cs")]
    [InlineData(@"(FromSql|ExecuteSql|SqlQuery)Raw", "tests/NewsSite.Tests/Security")] // which break a database on purpose
    [InlineData(@"\bCommandText\b|CreateDbCommand|FormattableStringFactory", "src/NewsSite/Data", "tests")]
    [InlineData(@"outputTemplate", "tests")]
    [InlineData(@"Skip\s*=\s*""")]
    public void R12_What_is_banned_stands_nowhere_else(string pattern, params string[] except) =>
        Assert.Empty(Sources.Concat(Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories))
            .Where(file => !except.Append("tests/NewsSite.Tests/Architecture").Any(allowed => file.StartsWith(Path.Combine(Root, allowed), StringComparison.Ordinal)))
            .SelectMany(file => File.ReadLines(file).Where(line => Regex.IsMatch(line, pattern) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Select(line => $"{Path.GetRelativePath(Root, file)}: {line.Trim()}")));

    [Fact]
    public void R13_No_source_file_is_longer_than_it_can_be_read() =>
        Assert.All(Sources, file => Assert.True(File.ReadLines(file).Count() <= MaxLines, file));

    [Fact]
    public void R13_No_constructor_asks_for_more_than_five_things() =>
        Assert.Empty(Ours.Where(type => type.GetMethod("<Clone>$") is null)
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(constructor => constructor.GetParameters().Length > MaxParameters)
            .Select(constructor => constructor.DeclaringType!.FullName));

    [Fact]
    public void The_top_level_holds_only_what_is_named()
    {
        string[] named =
        [
            "src", "tests", "content", "NewsSite.sln", "README.md", ".gitignore", ".ci", ".github", ".editorconfig", ".gitattributes",
            "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE", ".git",
        ];

        Assert.Empty(Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Except(named));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsSite.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"[/\\](bin|obj|Migrations)[/\\]")]
    private static partial Regex Generated();
}
