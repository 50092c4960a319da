using FsCheck.Xunit;
using NewsSite.Domain.Media;
using NewsSite.Features.Media.Renditions;

namespace NewsSite.Tests.Features.Media.Renditions;

public sealed class RenditionTests
{
    [Theory]
    [InlineData("640.webp")]
    [InlineData("1280.jpg")]
    [InlineData("wide-640-50-35.webp")]
    [InlineData("portrait-320-0-100.png")]
    public void A_name_is_read_as_it_was_written(string name) => Assert.Equal(name, Rendition.TryParse(name)!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("640")]
    [InlineData("0640.webp")]
    [InlineData("640.gif")]
    [InlineData("640.WEBP")]
    [InlineData("whole-640-50-50.webp")]
    [InlineData("wide-640.webp")]
    [InlineData("wide-640-050-50.webp")]
    [InlineData("wide-64000-50-50.webp")]
    [InlineData("../640.webp")]
    [InlineData("640.webp\n")]
    public void Other_names_are_none(string name) => Assert.Null(Rendition.TryParse(name));

    [Theory]
    [InlineData(5000, "320 480 640 960 1280 1920 2560")]
    [InlineData(2560, "320 480 640 960 1280 1920 2560")]
    [InlineData(1600, "320 480 640 960 1280 1600")]
    [InlineData(1300, "320 480 640 960 1300")]
    [InlineData(640, "320 480 640")]
    [InlineData(4, "4")]
    public void The_widths_are_those_of_a_fixed_set_and_never_more_than_there_is(int width, string widths) =>
        Assert.Equal(widths, string.Join(' ', Rendition.WidthsFor(width)));

    [Property]
    public void A_crop_lies_in_the_picture_and_holds_the_point(ushort width, ushort height, byte x, byte y)
    {
        var (w, h, focus) = (width + 1, height + 1, Focus.At(x % 101, y % 101));
        foreach (var crop in Enum.GetValues<Crop>())
        {
            var area = CropArea.Of(crop, w, h, focus);

            Assert.True(area is { Left: >= 0, Top: >= 0, Width: > 0, Height: > 0 } && area.Left + area.Width <= w && area.Top + area.Height <= h, $"{crop} {area}");
            Assert.True(area.Width == w || area.Height == h, $"{crop} {area}: it could be larger");
            Assert.InRange((long)w * focus.X / 100, area.Left, area.Left + area.Width);
            Assert.InRange((long)h * focus.Y / 100, area.Top, area.Top + area.Height);
        }
    }
}
