namespace NewsSite.Domain.Articles;

/// <summary>How a summary was made, as one line under it tells readers.</summary>
public enum SummaryMaking
{
    /// <summary>Sentences of the article, picked automatically.</summary>
    Picked,

    /// <summary>Sentences of the article, each word for word, chosen by a person.</summary>
    Chosen,

    /// <summary>Sentences of the article, some of them changed by a person.</summary>
    Edited,

    /// <summary>A person's own words.</summary>
    Written,

    /// <summary>A language model's words, approved by a person.</summary>
    LanguageModel,
}
