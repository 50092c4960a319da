using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom;

/// <summary>What was done, as a sentence says it between who and what.</summary>
public static class LogWords
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.Drafted => "began",
        AuditAction.Submitted => "sent to review",
        AuditAction.SentBack => "sent back",
        AuditAction.Approved => "approved",
        AuditAction.Published => "published",
        AuditAction.Scheduled => "scheduled",
        AuditAction.Revised => "changed for readers",
        AuditAction.ChangesSubmitted => "sent to review changes of",
        AuditAction.ChangesSentBack => "sent back changes of",
        AuditAction.ChangesApproved => "approved changes of",
        AuditAction.ChangesDropped => "dropped changes of",
        AuditAction.Refiled => "changed section or tags of",
        AuditAction.Summarized => "changed the summary of",
        AuditAction.Unpublished => "unpublished",
        AuditAction.Retracted => "retracted",
        AuditAction.AddressTaken => "took over an address for",
        AuditAction.Binned => "put in the bin",
        AuditAction.Restored => "took out of the bin",
        AuditAction.Deleted => "deleted for good",
        AuditAction.PreviewShared => "shared a preview of",
        AuditAction.PreviewRevoked => "revoked a preview of",
        AuditAction.FrontArranged => "put out",
        AuditAction.PictureAdded => "brought the picture",
        AuditAction.PictureChanged => "changed the picture",
        AuditAction.PictureDeleted => "deleted the picture",
        AuditAction.AccountCreated => "made the account",
        AuditAction.SignedIn => "signed in",
        AuditAction.SignInRefused => "was refused at sign-in",
        _ => "changed",
    };

    /// <summary>What was done with a version, as a mark beside it.</summary>
    public static string OfVersion(AuditAction step) => step is AuditAction.ChangesDropped ? "dropped" : Of(step);
}
