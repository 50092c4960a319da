namespace NewsSite.Features.Crawlers;

/// <summary>Crawlers of those who make language models, by what they come for, as their makers name them.</summary>
public static class CrawlerAgents
{
    /// <summary>They fill the index of a search engine that answers in sentences.</summary>
    public static readonly IReadOnlyList<string> Search = ["OAI-SearchBot", "Claude-SearchBot", "PerplexityBot"];

    /// <summary>They fetch a page when somebody asks about it.</summary>
    public static readonly IReadOnlyList<string> Answers = ["ChatGPT-User", "Claude-User", "Perplexity-User"];

    /// <summary>They gather texts to train models with. Two are no crawlers but names by which those of search engines are told.</summary>
    public static readonly IReadOnlyList<string> Training = ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Applebot-Extended", "Bytespider", "meta-externalagent"];
}
