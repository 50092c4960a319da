namespace NewsSite.Features.Media.Blobs;

/// <summary>Says which masters something still shows or may show again; what nobody names is deleted after a grace period.</summary>
/// <param name="masters">Keys, a few hundred at a time.</param>
public delegate Task<IReadOnlySet<string>> MastersInUse(IReadOnlyCollection<string> masters, CancellationToken ct);
