namespace NewsSite.Features.Media.Blobs;

/// <summary>The settings under <c>NewsSite:Bucket</c>. Without an endpoint, blobs are kept in the data folder.</summary>
public sealed class BucketOptions
{
    /// <summary>Key below <c>NewsSite</c>.</summary>
    public const string Key = "Bucket";

    /// <summary>Host of the S3-compatible service, with a port where it is not the usual one: <c>s3.eu-central-1.amazonaws.com</c>, <c>localhost:9000</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The bucket, which must be there already.</summary>
    public string Name { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    public string Region { get; set; } = "us-east-1";

    /// <summary>Put before every key, with a slash at its end; empty for none.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Off only inside a network that is trusted: pictures then travel in the clear. The secret key never travels.</summary>
    public bool Secure { get; set; } = true;
}
