using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Front;

namespace NewsSite.Tests.Support;

/// <summary>Arranging the front page without its pages.</summary>
public static class FrontDesks
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<FrontArrangement> PreparedFrontAsync(this NewsApp app) => app.InScopeAsync(services => services.GetRequiredService<FrontDesk>().PreparedAsync(Ct));

    /// <summary>Takes a step on the arrangement as it stands.</summary>
    public static async Task<FrontOutcome> ArrangeAsync(this NewsApp app, StaffMember member, FrontStep step, long article = 0, int slot = 0, FrontStay stay = FrontStay.Day, int? version = null)
    {
        var form = new FrontForm { Article = article, Slot = slot, Stay = stay, Version = version ?? (await app.PreparedFrontAsync()).Version };
        return await app.InScopeAsync(services => services.GetRequiredService<FrontDesk>().TakeAsync(step, form, member, Ct));
    }

    public static async Task<FrontOutcome> AnnounceAsync(this NewsApp app, StaffMember member, string text, string? link = null, int hours = 2)
    {
        var form = new BannerForm { Text = text, Link = link, Hours = hours, Version = (await app.PreparedFrontAsync()).Version };
        return await app.InScopeAsync(services => services.GetRequiredService<FrontDesk>().AnnounceAsync(form, member, Ct));
    }

    public static Task<FrontOutcome> PutOutAsync(this NewsApp app, StaffMember member) => app.ArrangeAsync(member, FrontStep.PutOut);

    public static Task<long> IdOfAsync(this NewsApp app, string slug)
    {
        var wanted = NewsSite.Domain.Slug.Of(slug);
        return app.WithDatabaseAsync(db => db.Articles.Where(article => article.Slug == wanted).Select(article => article.Id).SingleAsync(Ct));
    }
}
