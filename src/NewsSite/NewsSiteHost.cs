using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Data.Sqlite;
using NewsSite.Delivery;
using NewsSite.Features.Accounts;
using NewsSite.Features.Articles;
using NewsSite.Features.Counts;
using NewsSite.Features.Crawlers;
using NewsSite.Features.Exporting;
using NewsSite.Features.Feeds;
using NewsSite.Features.Fronts;
using NewsSite.Features.Generating;
using NewsSite.Features.Importing;
using NewsSite.Features.Media;
using NewsSite.Features.Media.Blobs;
using NewsSite.Features.Newsroom;
using NewsSite.Features.Pages;
using NewsSite.Features.Previews;
using NewsSite.Features.Publishing;
using NewsSite.Features.Search;
using NewsSite.Features.Settings;
using NewsSite.Features.Setup;
using NewsSite.Features.ShareCards;
using NewsSite.Features.Shared;
using NewsSite.Features.Sitemaps;
using NewsSite.Features.Summaries;
using NewsSite.Features.Summaries.LanguageModel;
using NewsSite.Hosting;
using NewsSite.Hosting.Limits;
using NewsSite.Markup;
using NewsSite.Summaries;

namespace NewsSite;

/// <summary>The one list of what the site is made of.</summary>
public static class NewsSiteHost
{
    /// <summary>Folders below Features whose pages readers never see.</summary>
    private static readonly string[] StaffFolders = ["/Accounts", "/Newsroom", "/Settings", "/Setup"];

    /// <summary>Registers everything, serving excepted; the command line uses it alone.</summary>
    public static void AddNewsSite(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<NewsSiteOptionsSetup>();
        services.AddSingleton<IPostConfigureOptions<NewsSiteOptions>>(p => p.GetRequiredService<NewsSiteOptionsSetup>());
        services.AddSingleton<IValidateOptions<NewsSiteOptions>>(p => p.GetRequiredService<NewsSiteOptionsSetup>());
        services.AddOptions<NewsSiteOptions>().BindConfiguration(NewsSiteOptions.Section).ValidateOnStart();
        builder.AddNewsLogging();
        services.AddSingleton(TimeProvider.System);
        AddData(services);
        services.AddAccounts();
        services.AddMedia();
        AddPublishing(services);
        AddReaders(services);
    }

    /// <summary>Registers what answering requests needs beyond <see cref="AddNewsSite"/>.</summary>
    public static void AddServing(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        // From the build too, as when published: compressed, and kept by browsers. Who works on the files runs the site in Development.
        if (!builder.Environment.IsDevelopment()) builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.AddServerLimits();
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddHostedService<SiteStartup>();
        builder.Services.AddHostedService<SummaryUpkeepService>();
        builder.Services.AddHostedService<SearchUpkeepService>();
        builder.Services.AddFrontDoor();
        builder.Services.AddDelivery();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.Services.AddBlobUpkeep();
        builder.Services.AddLocalization();
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSignIn();
        builder.Services.AddSettings();
        builder.Services.AddSetup();
        builder.Services.AddNewsroom();
        builder.Services.AddCounts();
        builder.Services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Features";
            foreach (var folder in StaffFolders)
                pages.Conventions.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(new NewsroomEndpoint()));
            pages.Conventions.AddFolderApplicationModelConvention("/Previews", page => page.EndpointMetadata.Add(new PreviewEndpoint()));
            pages.Conventions.LimitPages(StaffFolders);
            pages.Conventions.CountReads();
            pages.Conventions.ConfigureFilter(new MissingHandler());
            pages.Conventions.AddPageRoute("/Newsroom/Editor", SiteUrls.Staff.NewArticle);
        }).AddMvcOptions(mvc => mvc.ModelBinderProviders.Insert(0, new CleanTextBinding()));
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
    }

    public static void UseNewsSite(this WebApplication app)
    {
        app.UseDelivery();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseTdmReservation();
        app.UseRequestFraming();
        app.UseFontCaching();
        app.UseRequestLog();
        app.UseFrontDoor();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseSignIn();
        app.UseServerLimits();
        app.MapHealthChecks(SiteUrls.Live, new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(SiteUrls.Ready);
        app.MapSecurityTxt();
        app.MapStaticAssets();
        app.MapMedia(Policies.Staff);
        app.MapShareCards();
        app.MapFeeds();
        app.MapSitemaps();
        app.MapCrawlerFiles();
        app.MapPreviewPictures();
        app.MapCounts();
        app.MapSpeculationRules();
        app.MapAuthenticatorQr();
        app.UseCurrentSite();
        app.MapRazorPages().WithStaticAssets();
    }

    private static void AddData(IServiceCollection services)
    {
        services.AddSingleton<PublicationBell>();
        services.AddSingleton<PublicationInterceptor>();
        services.AddDbContextPool<NewsDbContext>((provider, options) => SqliteDatabase.Configure(
            options, provider.GetRequiredService<IOptions<NewsSiteOptions>>().Value.DatabaseFile, provider.GetRequiredService<PublicationInterceptor>()));
        services.AddScoped<RequestInstant>();
        services.AddScoped<PublishedNews>();
        services.AddScoped<SearchIndex>();
        services.AddScoped<StaleSearch>();
    }

    private static void AddPublishing(IServiceCollection services)
    {
        services.AddSingleton<ISummarizer>(provider => provider.GetRequiredService<IOptions<NewsSiteOptions>>().Value.SummaryWeights is { } weights
            ? new ForestSummarizer(SummaryWeights.Load(weights), new SummaryOptions())
            : new ForestSummarizer());
        services.AddScoped<SummaryExport>();
        services.AddSingleton<SummaryMaker>();
        services.AddSingleton<SummaryRebuild>();
        services.AddLanguageModel();
        services.AddSingleton(provider => new ArticleMarkup(provider.GetRequiredService<TimeProvider>(), new MarkupOptions()));
        services.AddSingleton<CopyDesk>();
        services.AddScoped<NameDesk>();
        services.AddScoped<AddressTrail>();
        services.AddScoped<PublishingDesk>();
        services.AddScoped<BulkInsert>();
        services.AddScoped<BulkDesk>();
        services.AddSingleton<SummaryUpkeep>();
        services.AddSingleton<SearchUpkeep>();
        services.AddSingleton<ArticleGenerator>();
        services.AddScoped<EditionPictures>();
        services.AddSingleton<EditionLoader>();
        services.AddScoped<SampleEdition>();
        services.AddScoped<EditionTaxonomy>();
        services.AddScoped<EditionAddresses>();
        services.AddScoped<EditionManuscripts>();
        services.AddScoped<ArticleImport>();
        services.AddScoped<SiteImport>();
        services.AddScoped<EditionPacker>();
    }

    private static void AddReaders(IServiceCollection services)
    {
        services.AddSingleton<SiteDirectory>();
        services.AddSingleton<AbsoluteUrls>();
        services.AddScoped<CurrentSite>();
        services.AddScoped<PageSources>();
        services.AddScoped<StoryReader>();
        services.AddScoped<RelatedReader>();
        services.AddScoped<ArticleReader>();
        services.AddScoped<SiteData>();
        services.AddScoped<ArticleData>();
        services.AddScoped<AuthorData>();
        services.AddShareCards();
        services.AddScoped<FrontReader>();
        services.AddScoped<SectionReader>();
        services.AddScoped<AuthorReader>();
        services.AddScoped<TagReader>();
        services.AddScoped<ArchiveCalendar>();
        services.AddScoped<ArchiveReader>();
        services.AddScoped<NameIndexReader>();
        services.AddScoped<DayReader>();
        services.AddScoped<SearchAsking>();
        services.AddScoped<SuggestionReader>();
        services.AddScoped<SearchReader>();
        services.AddFeeds();
        services.AddSitemaps();
        services.AddCrawlers();
        services.AddScoped<ContentPageReader>();
    }
}
