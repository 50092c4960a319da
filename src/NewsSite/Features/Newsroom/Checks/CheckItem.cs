namespace NewsSite.Features.Newsroom.Checks;

/// <summary>One line of the list before publishing.</summary>
/// <param name="Key">Names the check, for tests and styles; several items may share one.</param>
/// <param name="IsBlocking">An item that has not passed forbids publishing and approving.</param>
/// <param name="Words">What is wrong and what to do, or, when passed, what is right.</param>
/// <param name="Field">Of <see cref="ArticleForm"/>, where it is put right.</param>
public sealed record CheckItem(string Key, bool IsBlocking, bool Passed, string Words, string? Field)
{
    /// <summary>Whether publishing waits for it.</summary>
    public bool Forbids => IsBlocking && !Passed;
}
