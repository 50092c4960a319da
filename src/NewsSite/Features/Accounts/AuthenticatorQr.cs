using Microsoft.AspNetCore.Http.HttpResults;
using NewsSite.Features.Shared;
using NewsSite.Hosting;
using QRCoder;

namespace NewsSite.Features.Accounts;

/// <summary>The key as a picture. An address of its own, because pages may not hold pictures in themselves.</summary>
internal static class AuthenticatorQr
{
    public static void MapAuthenticatorQr(this IEndpointRouteBuilder routes) => routes
        .MapGet(SiteUrls.Staff.AuthenticatorQr, DrawAsync)
        .RequireAuthorization(Policies.Staff)
        .WithMetadata(new NewsroomEndpoint(), new PictureEndpoint());

    private static async Task<Results<ContentHttpResult, NotFound>> DrawAsync(
        string key, HttpContext context, StaffDirectory directory, AuthenticatorDesk desk, SiteDirectory site)
    {
        var id = context.User.Member().Id;
        if (desk.Spelled(id, key) is not { } spelled || await directory.FindAsync(id, context.RequestAborted) is not { } me) return TypedResults.NotFound();

        var issuer = Uri.EscapeDataString((await site.GetAsync(context.RequestAborted)).Name);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(me.Email)}?secret={spelled}&issuer={issuer}&digits=6&period=30";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return TypedResults.Text(picture.GetGraphic(4), "image/svg+xml; charset=utf-8");
    }
}
