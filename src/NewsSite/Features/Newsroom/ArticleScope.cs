using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom;

/// <summary>Which articles a member of staff may know of; to everybody else they are as good as not there.</summary>
internal static class ArticleScope
{
    /// <summary>Those that they may work on.</summary>
    public static IQueryable<Article> OpenTo(this IQueryable<Article> articles, StaffMember member) => member.Role switch
    {
        StaffRole.Administrator => articles,
        StaffRole.Editor => articles.Where(article =>
            member.Sections.Contains(article.SectionId) || article.OwnerId == member.Id || article.Byline.Any(entry => entry.AuthorId == member.AuthorId)),
        StaffRole.Author => articles.Where(article => article.OwnerId == member.Id || article.Byline.Any(entry => entry.AuthorId == member.AuthorId)),
        _ => articles.Where(article => article.OwnerId == member.Id),
    };

    /// <summary>Those, and what readers can see.</summary>
    public static IQueryable<Article> KnownTo(this IQueryable<Article> articles, StaffMember member, DateTimeOffset now)
    {
        var theirs = articles.OpenTo(member);
        return articles.Where(article =>
            (article.Status == ArticleStatus.Published && article.PublishedAt <= now)
            || theirs.Any(own => own.Id == article.Id)); // not Contains: that would list a whole section first
    }

    /// <summary>Those whose headline holds the very letters of <paramref name="words"/>.</summary>
    /// <param name="words">As typed; any text is safe.</param>
    public static IQueryable<Article> Headlined(this IQueryable<Article> articles, string words)
    {
        var literal = words.Replace("\0", "", StringComparison.Ordinal).Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
        return articles.Where(article => EF.Functions.Like(article.Headline, $"%{literal}%", @"\"));
    }
}
