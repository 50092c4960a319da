namespace NewsSite.Hosting;

/// <summary>Marks an endpoint that answers with a picture: opened by itself, it may run and load nothing.</summary>
public sealed class PictureEndpoint;
