using Microsoft.Extensions.Options;
using NewsSite.Hosting;

namespace NewsSite.Features.Media.Intake;

/// <summary>
/// Takes over what sites kept before there was a library: files of the media folder itself, under the names by which articles still call them.
/// What is taken is made anew as any picture is, and its file goes.
/// </summary>
public sealed partial class OldShelf(AssetDesk desk, IOptions<NewsSiteOptions> options, ILogger<OldShelf> log)
{
    public async Task TakeOverAsync(CancellationToken ct)
    {
        var folder = new DirectoryInfo(options.Value.MediaFolder);
        foreach (var file in folder.Exists ? folder.EnumerateFiles().Where(each => PictureShelf.GivenName().IsMatch(each.Name)).ToList() : [])
        {
            var outcome = await desk.TakeAsync(await File.ReadAllBytesAsync(file.FullName, ct), file.Name, by: null, ct);
            if (outcome.Asset?.File == file.Name) file.Delete();
            else LogLeft(file.Name, outcome.Reason ?? "is in the library under another name.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The picture {File} of the media folder stays where it is: it {Reason}")]
    private partial void LogLeft(string file, string reason);
}
