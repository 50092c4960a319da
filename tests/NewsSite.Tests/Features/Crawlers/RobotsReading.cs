using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Tests.Features.Crawlers;

/// <summary>Reads a robots.txt as RFC 9309 tells a crawler to.</summary>
internal sealed class RobotsReading
{
    private readonly List<(HashSet<string> Agents, List<(bool Allows, string Pattern)> Rules)> groups = [];

    public List<string> Sitemaps { get; } = [];

    public List<string> Signals { get; } = [];

    public static RobotsReading Of(string text)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 500 * 1024);
        var robots = new RobotsReading();
        var isNaming = false;
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant(), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (name is "user-agent" && !isNaming) robots.groups.Add(([], []));
            isNaming = name is "user-agent";
            if (isNaming) robots.groups[^1].Agents.Add(value.ToLowerInvariant());
            else robots.Take(name, value);
        }

        return robots;
    }

    /// <summary>The longest rule that fits decides, and an equal one that allows.</summary>
    public bool Allows(string agent, string path)
    {
        var own = groups.Where(group => group.Agents.Contains(agent.ToLowerInvariant())).ToList();
        if (own.Count == 0) own = [.. groups.Where(group => group.Agents.Contains("*"))];
        return own.SelectMany(group => group.Rules).Where(rule => Fits(rule.Pattern, path)).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allows).Select(rule => rule.Allows).FirstOrDefault(true);
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "allow" or "disallow": groups[^1].Rules.Add((name is "allow", value)); break;
            case "sitemap": Sitemaps.Add(value); break;
            case "content-signal": Signals.Add(value); break;
            default: Assert.Fail(name); break;
        }
    }

    private static bool Fits(string pattern, string path) =>
        pattern.Length > 0 && Regex.IsMatch(path, "^" + Regex.Escape(pattern.TrimEnd('$')).Replace("\\*", ".*", StringComparison.Ordinal) + (pattern.EndsWith('$') ? "$" : ""), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
