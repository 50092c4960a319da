namespace NewsSite.Domain.Articles;

/// <summary>Where a summary came from; what readers are told of it is its <see cref="SummaryMaking"/>.</summary>
public enum SummaryOrigin
{
    /// <summary>Sentences picked automatically from the body, none rewritten.</summary>
    Picked,

    /// <summary>Picked automatically, then changed by an editor.</summary>
    Edited,

    /// <summary>Written by a person.</summary>
    Written,

    /// <summary>Written by a language model and approved by a person.</summary>
    LanguageModel,
}
