using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom;

/// <summary>One entry of the audit log.</summary>
/// <param name="At">UTC.</param>
/// <param name="Subject">What it was done to, by the name it had then.</param>
public sealed record LogLine(long Id, DateTimeOffset At, string Name, AuditAction Action, string Subject, long? ArticleId, string? Detail);
