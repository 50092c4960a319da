namespace NewsSite.Hosting;

/// <summary>Marks an endpoint that only staff use: never stored, never indexed, and allowed to run the site's own script.</summary>
public sealed class NewsroomEndpoint;
