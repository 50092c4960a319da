namespace NewsSite.Hosting;

/// <summary>Marks a readers' page that may run the site's own script and send word to the site; all others run none.</summary>
public sealed class ScriptedEndpoint;
