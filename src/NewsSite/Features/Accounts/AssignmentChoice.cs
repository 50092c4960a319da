using NewsSite.Domain.Staff;

namespace NewsSite.Features.Accounts;

/// <summary>The part of a form that says what somebody may do.</summary>
/// <param name="Prefix">Of the posted names.</param>
/// <param name="Id">Tells the forms of a page apart.</param>
public sealed record AssignmentChoice(string Prefix, string Id, StaffRole Role, IReadOnlyList<long> Chosen, IReadOnlyList<SectionChoice> Sections)
{
    public static string Means(StaffRole role) => role switch
    {
        StaffRole.Contributor => "Contributor: writes own drafts",
        StaffRole.Author => "Author: own articles, publishes where allowed",
        StaffRole.Editor => "Editor: everything in the sections below",
        _ => "Administrator: everything, and people and settings",
    };
}
