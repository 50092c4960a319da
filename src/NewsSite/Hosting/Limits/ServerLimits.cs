namespace NewsSite.Hosting.Limits;

/// <summary>What one request, one connection, one network and one person may ask of the server; <c>src/docs/limits.md</c> lists them.</summary>
/// <remarks>Settable for tests only: none of them is a setting.</remarks>
public sealed class ServerLimits
{
    /// <summary>Bytes of a posted form; the largest of them is a passkey's answer of 64 KiB, or an author's page in which each character is escaped.</summary>
    public const int FormBytes = 256 * 1024;

    /// <summary>Bytes of a form that carries a text: 1,000,000 UTF-16 code units, each of which may be posted as nine (<c>%E6%B8%AF</c>), and room for what stands around them.</summary>
    public const int ManuscriptBytes = 10 * 1024 * 1024;

    /// <summary>Bytes of a form that brings pictures: two of the largest, or a dozen ordinary ones; they wait on disk, not in memory. A script sends one at a time.</summary>
    public const int UploadBytes = 66 * 1024 * 1024;

    /// <summary>Fields of one form; an editor's sections are one each.</summary>
    public const int FormFields = 500;

    /// <summary>Bytes of a field's name.</summary>
    public const int FieldNameBytes = 200;

    /// <summary>Bytes of the line that holds method and address; 414 beyond.</summary>
    public const int RequestLineBytes = 8 * 1024;

    /// <summary>Bytes of all headers; 431 beyond.</summary>
    public const int HeaderBytes = 32 * 1024;

    /// <summary>431 beyond.</summary>
    public const int HeaderCount = 100;

    /// <summary>Open at once; further ones are closed unanswered, so that files and the database can still be opened.</summary>
    public long Connections { get; set; } = 10_000;

    /// <summary>For all headers of a request, from its first byte; 408 beyond.</summary>
    public TimeSpan HeadersTime { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A connection without a request; longer than the 60 to 75 s for which proxies keep theirs, so that it is theirs to close.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>More than one second, says the server.</summary>
    public TimeSpan SlowGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes a second that a body, or an answer's reader, must keep to on average once <see cref="SlowGrace"/> is over.</summary>
    public double SlowestBytesPerSecond { get; set; } = 240;

    /// <summary>Searches that one network may make in a row.</summary>
    public int SearchBurst { get; set; } = 60;

    /// <summary>After which it may make one more.</summary>
    public TimeSpan SearchPause { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Previews that one person may have made at the same time; as many wait, one for each page that stands open.</summary>
    public int PreviewsAtOnce { get; set; } = 2;

    /// <summary>Other forms of the newsroom that one person may have in work at the same time.</summary>
    public int FormsAtOnce { get; set; } = 4;

    /// <summary>Requests of one person that wait for the one or the other.</summary>
    public int Waiting { get; set; } = 8;
}
