using System.CommandLine;

namespace NewsSite.Commands;

/// <summary>The command line: <c>serve</c> unless another verb is named.</summary>
internal static class NewsSiteCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand("""
            NewsSite publishes a news site from one folder of state.

            Without a verb it serves the site on http://localhost:5000.
            Every setting can be given as --Section:Name=value, as an environment variable (Section__Name) or in appsettings.json:
              --NewsSite:Content=FOLDER   the edition to load at start: site.yml, articles/*.md, pages/*.md
              --NewsSite:Data=FOLDER      the one folder that holds all state: database, media, logs
              --NewsSite:BaseUrl=URL      the public address, used in every absolute link
              --NewsSite:Proxies=LIST     proxies before the site, such as 10.0.0.7,10.1.0.0/16
              --NewsSite:SummaryWeights=FILE, --NewsSite:LanguageModel:…, --NewsSite:Bucket:…   see the README
              --urls=URLS                 where to listen, such as http://localhost:8080
            """);
        ServeCommand.Fill(root);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        root.Subcommands.Add(SummariesCommand.Create());
        root.Subcommands.Add(InitCommand.Create());
        root.Subcommands.Add(UserCommand.Create());
        return root;
    }
}
