using System.Reflection;
using System.Text.RegularExpressions;
using NewsSite.Data;
using NewsSite.Summaries;

namespace NewsSite.Tests.Architecture;

/// <summary>No text, however it is made, keeps a regular expression busy: each one is free of backtracking or has a time limit.</summary>
public sealed class RegexTests
{
    private const int MaxMilliseconds = 3_000;
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Product = [typeof(NewsDbContext).Assembly, typeof(ISummarizer).Assembly];

    [Fact]
    public void R14_Every_regular_expression_has_an_end()
    {
        var all = Product.SelectMany(assembly => assembly.GetTypes()).SelectMany(Patterns).ToList();

        Assert.NotEmpty(all);
        Assert.Empty(all.Where(each => !Ends(each.Attribute)).Select(each => each.Name));
    }

    /// <summary>Those that are not declared are not seen by the test above.</summary>
    [Fact]
    public void R14_Regular_expressions_are_declared_and_not_made_on_the_way() =>
        Assert.Empty(Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => Regex.IsMatch(line, @"new Regex\(|\bRegex\.(IsMatch|Match(es)?|Replace|Split|Count|Enumerate\w+)\(")).Select(line => $"{file}: {line.Trim()}")));

    [Fact]
    public void A_pattern_without_an_end_is_found()
    {
        Assert.False(Ends(new GeneratedRegexAttribute("(a+)+$", RegexOptions.CultureInvariant)));
        Assert.False(Ends(new GeneratedRegexAttribute("(a+)+$", RegexOptions.CultureInvariant, 60_000)));
        Assert.True(Ends(new GeneratedRegexAttribute("(a+)+$", RegexOptions.NonBacktracking)));
        Assert.True(Ends(new GeneratedRegexAttribute("(a+)+$", RegexOptions.CultureInvariant, 500)));
    }

    private static bool Ends(GeneratedRegexAttribute regex) =>
        regex.Options.HasFlag(RegexOptions.NonBacktracking) || regex.MatchTimeoutMilliseconds is > 0 and <= MaxMilliseconds;

    private static IEnumerable<(string Name, GeneratedRegexAttribute Attribute)> Patterns(Type type) =>
        type.GetMethods(All).Cast<MemberInfo>().Concat(type.GetProperties(All))
            .Select(member => (Name: $"{type.FullName}.{member.Name}", Attribute: member.GetCustomAttribute<GeneratedRegexAttribute>()!))
            .Where(each => each.Attribute is not null);

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsSite.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "src");
    }
}
