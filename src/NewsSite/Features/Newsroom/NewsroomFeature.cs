using Microsoft.AspNetCore.Mvc.Razor;
using NewsSite.Features.Newsroom.Bulk;
using NewsSite.Features.Newsroom.Checks;
using NewsSite.Features.Newsroom.Front;
using NewsSite.Features.Newsroom.Library;
using NewsSite.Features.Newsroom.Previews;
using NewsSite.Features.Newsroom.Revisions;

namespace NewsSite.Features.Newsroom;

/// <summary>Where articles are written and sent on their way.</summary>
internal static class NewsroomFeature
{
    public static void AddNewsroom(this IServiceCollection services)
    {
        services.AddScoped<ArticleFolder>();
        services.AddScoped<WritingDesk>();
        services.AddScoped<Drafting>();
        services.AddScoped<RevisionShelf>();
        services.AddScoped<RevisionDesk>();
        services.AddScoped<HistoryReader>();
        services.AddScoped<ChangeReader>();
        services.AddScoped<MergeDesk>();
        services.AddScoped<Attendance>();
        services.AddScoped<SheetReader>();
        services.AddScoped<DeskReader>();
        services.AddScoped<LogReader>();
        services.AddScoped<Filing>();
        services.AddScoped<LastChecks>();
        services.AddScoped<StepFiling>();
        services.AddScoped<BinDesk>();
        services.AddScoped<ChangeDesk>();
        services.AddScoped<StepTaking>();
        services.AddScoped<WorkflowDesk>();
        services.AddScoped<Refiling>();
        services.AddScoped<BulkIntake>();
        services.AddScoped<BulkWork>();
        services.AddScoped<BulkNotices>();
        services.AddScoped<BulkExport>();
        services.AddScoped<NewsroomPictures>();
        services.AddScoped<AssetUses>();
        services.AddScoped<LibraryReader>();
        services.AddScoped<UploadDesk>();
        services.AddScoped<PictureDesk>();
        services.AddScoped<PreviewDesk>();
        services.AddScoped<FragmentWriter>();
        services.AddScoped<PreviewLinkDesk>();
        services.AddScoped<OutsideReader>();
        services.AddScoped<FrontDesk>();
        services.AddScoped<FrontLines>();
        services.AddScoped<FrontSheetReader>();
        services.AddScoped<FrontHistoryReader>();
        services.AddScoped<FrontPreviewReader>();
        services.Configure<RazorViewEngineOptions>(views =>
        {
            // Previews are made of the parts of the pages that readers get.
            views.PageViewLocationFormats.Add("/Features/Articles/{0}.cshtml");
            views.PageViewLocationFormats.Add("/Features/Fronts/{0}.cshtml");
        });
        services.AddSingleton<SummaryPanelMaker>();
        services.AddScoped<LinkCheck>();
        services.AddScoped<Checklist>();
        services.AddScoped<PanelDesk>();
    }
}
