using System.Text;
using NewsSite.Domain.Site;
using NewsSite.Hosting;

namespace NewsSite.Features.Crawlers;

/// <summary>Writes robots.txt, as RFC 9309 has it.</summary>
public sealed class RobotsTxt(AbsoluteUrls absolute)
{
    // A rule is the beginning of an address: "/admin" alone would shut a section called "administration" too.
    private static readonly string[] Closed = ["/admin$", "/admin?", "/admin/", "/account/", "/setup$", "/setup?", "/preview/"];

    public string Write(CrawlerView view)
    {
        var (text, policy) = (new StringBuilder(), view.Policy);
        text.Append("User-agent: *\n").Append(SignalOf(policy));
        foreach (var path in Closed) text.Append("Disallow: ").Append(path).Append('\n');

        string[] barred = [.. policy.AllowsSearch ? [] : CrawlerAgents.Search, .. policy.AllowsAnswers ? [] : CrawlerAgents.Answers, .. policy.AllowsTraining ? [] : CrawlerAgents.Training];
        if (barred.Length > 0)
        {
            text.Append('\n');
            foreach (var agent in barred) text.Append("User-agent: ").Append(agent).Append('\n');
            text.Append(SignalOf(policy)).Append("Disallow: /\n");
        }

        if (!view.IsSample) text.Append("\nSitemap: ").Append(absolute.Of(SiteUrls.SitemapIndex)).Append("\nSitemap: ").Append(absolute.Of(SiteUrls.NewsSitemap)).Append('\n');
        return text.ToString();
    }

    // "search" is the index that leads readers here by links, of any engine; this site never shuts it.
    private static string SignalOf(CrawlerPolicy policy) =>
        $"Content-Signal: search=yes, ai-input={Word(policy.AllowsAnswers)}, ai-train={Word(policy.AllowsTraining)}\n";

    private static string Word(bool allowed) => allowed ? "yes" : "no";
}
