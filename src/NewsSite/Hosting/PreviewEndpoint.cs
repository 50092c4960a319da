namespace NewsSite.Hosting;

/// <summary>Marks an endpoint whose address is a secret: what it answers is never stored or indexed, and no link tells where it was followed.</summary>
public sealed class PreviewEndpoint;
