namespace NewsSite.Features.Settings;

/// <summary>The part of a form that says where something is found.</summary>
/// <param name="Root">What stands before the last part of the address.</param>
/// <param name="Former">Last parts of the addresses that lead there.</param>
public sealed record AddressField(string Root, string? Value, bool OffersTakeOver, IReadOnlyList<string> Former)
{
    public bool IsNew { get; init; }

    public string Hint => IsNew ? $"After “{Root}”. Left empty, it is made from the name." : $"After “{Root}”. If you change it, the old address leads readers to the new one.";
}
