namespace NewsSite.Features.Summaries.LanguageModel;

/// <summary>The protocols that the site speaks.</summary>
public enum LanguageModelKind
{
    /// <summary>Chat completions, as OpenAI and many others answer them.</summary>
    OpenAI,

    /// <summary>Ollama's own protocol.</summary>
    Ollama,
}

/// <summary>The settings under <c>NewsSite:LanguageModel</c>. Without any of them there is no language model.</summary>
public sealed class LanguageModelOptions
{
    /// <summary>Key below <c>NewsSite</c>.</summary>
    public const string Name = "LanguageModel";

    public const int MaxTimeoutSeconds = 600;

    private const int MaxMethodLength = 60;

    /// <summary>Null switches the feature off.</summary>
    public LanguageModelKind? Kind { get; set; }

    /// <summary>Base address, such as <c>https://api.openai.com/v1</c> or <c>http://localhost:11434</c>.</summary>
    public Uri? Endpoint { get; set; }

    public string Model { get; set; } = "";

    /// <summary>Sent as a bearer token; null for endpoints that ask for none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>For the whole of an answer, a second attempt included: 1 to 600 seconds. Default: 30.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What a summary says about how it was made; at most 60 characters.</summary>
    public string Method
    {
        get
        {
            var name = $"{Kind} {Model}";
            if (name.Length <= MaxMethodLength) return name;

            return name[..(char.IsHighSurrogate(name[MaxMethodLength - 1]) ? MaxMethodLength - 1 : MaxMethodLength)].TrimEnd();
        }
    }
}
