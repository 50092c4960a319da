namespace NewsSite.Domain;

/// <summary>A row that two people may change at once: the second save fails instead of overwriting.</summary>
public interface IVersioned
{
    /// <summary>Raised by one with every save.</summary>
    int Version { get; }
}
