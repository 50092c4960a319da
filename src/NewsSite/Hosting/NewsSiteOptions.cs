namespace NewsSite.Hosting;

/// <summary>The settings under <c>NewsSite</c>; relative folders are taken from the app's own folder.</summary>
public sealed class NewsSiteOptions
{
    public const string Section = "NewsSite";

    /// <summary>The setting of <see cref="PageStoreBytes"/>, in megabytes.</summary>
    internal const string PageStoreMegabytes = "PageStoreMegabytes";

    internal const long Megabyte = 1_048_576;
    internal const long DefaultPageStoreBytes = 96 * Megabyte;
    internal const long MostPageStoreBytes = 65_536 * Megabyte;

    /// <summary>Folder of the edition that is loaded at start; empty for none. Default: <c>content</c> beside the app or above it.</summary>
    public string? Content { get; set; }

    /// <summary>The one folder that holds all state: database, media, logs, keys. Default: <c>data</c> beside the app.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Public address of the site, used in every absolute link.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5000";

    /// <summary>Addresses and CIDR networks of the proxies before the site, separated by commas; this machine is known anyway.</summary>
    /// <remarks>Settings may give a list too, which binding alone would trip over.</remarks>
    public string? Proxies { get; internal set; }

    /// <summary>Where to report a hole in the site: an address that begins with <c>mailto:</c>, <c>https:</c> or <c>tel:</c>. Null: the site has no security.txt.</summary>
    public string? SecurityContact { get; set; }

    /// <summary>File of summary weights that this newsroom trained; null for those that ship.</summary>
    public string? SummaryWeights { get; set; }

    /// <summary>How much memory whole pages may take while they wait for readers (bytes); 0: every page is made anew for every reader.</summary>
    /// <remarks>Its setting is read apart from the others, so that what is no number is named.</remarks>
    public long PageStoreBytes { get; internal set; } = DefaultPageStoreBytes;

    /// <summary><see cref="BaseUrl"/>, which is known to be one.</summary>
    public Uri Address => new(BaseUrl);

    public string DatabaseFile => Path.Combine(Data, "news.db");

    public string MigrationLockFile => Path.Combine(Data, "migration.lock");

    public string MediaFolder => Path.Combine(Data, "media");

    public string KeyFolder => Path.Combine(Data, "keys");

    public string LogFolder => Path.Combine(Data, "logs");
}
