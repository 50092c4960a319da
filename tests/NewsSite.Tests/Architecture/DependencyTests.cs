using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsSite.Data;
using NewsSite.Features.Media;
using NewsSite.Summaries;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace NewsSite.Tests.Architecture;

/// <summary>Which room may know of which; the numbers are those of the architecture page.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Site = typeof(NewsDbContext).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture Rooms = new ArchLoader().LoadAssembliesRecursively(
        [Site], dependency => dependency.Name.Name is { } name && (name == "newssite" || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name is "NewsSite.Summaries" or "Markdig" or "HtmlSanitizer" or "Serilog")
            ? FilterResult.LoadAndStop : FilterResult.DontLoadAndStop).Build();

    [Fact]
    public void R1_The_summary_library_references_the_base_library_only() =>
        Assert.All(typeof(ISummarizer).Assembly.GetReferencedAssemblies(), reference =>
            Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name is "netstandard" or "mscorlib", reference.Name));

    [Fact]
    public void R2_The_domain_depends_on_itself_and_System_only() =>
        Holds(Types(true).That().ResideInNamespaceMatching(@"^NewsSite\.Domain(\.|$)")
            .Should().OnlyDependOn(Types(true).That().ResideInNamespaceMatching(@"^(NewsSite\.Domain|System)(\.|$)|^Microsoft\.CodeAnalysis$|^System\.Runtime\.CompilerServices|^Coverlet")));

    [Fact]
    public void R3_Data_knows_nothing_of_features_hosting_or_pages() =>
        Holds(Types().That().ResideInNamespaceMatching(@"^NewsSite\.Data(\.|$)")
            .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching(@"^(NewsSite\.(Features|Hosting|Markup|Commands|TagHelpers)|Microsoft\.AspNetCore(?!\.Identity(\.|$)))(\.|$)")));

    [Theory]
    [InlineData("Articles")]
    [InlineData("Crawlers")]
    [InlineData("Feeds")]
    [InlineData("Fronts")]
    [InlineData("Pages")]
    [InlineData("Previews")]
    [InlineData("Search")]
    [InlineData("Shared")]
    [InlineData("ShareCards")]
    [InlineData("Sitemaps")]
    public void R5_Reader_features_come_to_the_articles_through_their_one_door(string feature) =>
        Holds(Types().That().ResideInNamespaceMatching($@"^NewsSite\.Features\.{feature}(\.|$)")
            .Should().NotDependOnAny(Types().That().Are(typeof(NewsDbContext))));

    [Fact]
    public void R5_Pictures_are_sent_by_what_comes_through_the_same_door() =>
        Holds(Types().That().ResideInNamespaceMatching(@"^NewsSite\.Features\.Media(\.|$)").And().AreNot(typeof(AssetDesk))
            .Should().NotDependOnAny(Types().That().Are(typeof(NewsDbContext))));

    [Fact]
    public void R6_Page_models_and_tag_helpers_never_touch_the_data() =>
        Holds(Classes().That().AreAssignableTo(typeof(PageModel)).Or().ResideInNamespaceMatching(@"^NewsSite\.TagHelpers")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^NewsSite\.Data(\.|$)")));

    [Fact]
    public void R4_Feature_folders_are_free_of_cycles_and_their_cross_links_are_these()
    {
        string[] allowed =
        [
            "Accounts>Shared", "Articles>Media", "Articles>ShareCards", "Articles>Shared", "Counts>Accounts", "Counts>Articles", "Counts>Shared", "Crawlers>Media",
            "Crawlers>Shared", "Exporting>Importing", "Exporting>Media", "Exporting>Shared", "Feeds>Fronts", "Feeds>Media", "Feeds>Shared", "Fronts>Media", "Fronts>Shared",
            "Generating>Publishing", "Importing>Media", "Importing>Publishing", "Importing>Summaries", "Newsroom>Accounts", "Newsroom>Articles", "Newsroom>Counts",
            "Newsroom>Exporting", "Newsroom>Fronts", "Newsroom>Importing", "Newsroom>Media", "Newsroom>Publishing", "Newsroom>Shared", "Newsroom>Summaries", "Pages>Shared",
            "Previews>Accounts", "Previews>Articles", "Previews>Media", "Previews>Newsroom", "Previews>Shared", "Publishing>Media", "Publishing>Summaries", "Search>Shared",
            "Settings>Accounts", "Settings>Crawlers", "Settings>Media", "Settings>Shared", "Setup>Accounts", "Setup>Importing", "Setup>Shared", "ShareCards>Media",
            "ShareCards>Shared", "Shared>Media", "Sitemaps>Media", "Sitemaps>Shared",
        ];

        var links = Rooms.Types
            .Where(type => Feature(type) is not null)
            .SelectMany(type => type.Dependencies.Select(dependency => (From: Feature(type)!, To: Feature(dependency.Target))))
            .Where(link => link.To is not null && link.To != link.From)
            .Select(link => $"{link.From}>{link.To}")
            .Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(allowed.Order(StringComparer.Ordinal), links);
        Assert.Empty(Cycles(links));
    }

    [Fact]
    public void The_search_for_cycles_finds_one() => Assert.NotEmpty(Cycles(["A>B", "B>C", "C>A"]));

    private static IEnumerable<string> Cycles(IReadOnlyCollection<string> links)
    {
        var targets = links.Select(link => link.Split('>')).ToLookup(link => link[0], link => link[1]);
        return targets.Select(group => group.Key).Where(start => Reaches(start, start, []));

        bool Reaches(string from, string to, HashSet<string> seen) =>
            targets[from].Any(next => next == to || (seen.Add(next) && Reaches(next, to, seen)));
    }

    private static string? Feature(IType type) =>
        type.Namespace?.FullName is { } name && name.StartsWith("NewsSite.Features.", StringComparison.Ordinal) ? name.Split('.')[2] : null;

    private static void Holds(IArchRule rule) => rule.Check(Rooms);
}
