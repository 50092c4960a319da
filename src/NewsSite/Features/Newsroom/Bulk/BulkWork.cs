using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>Does one thing with many articles, each in a transaction of its own and by the rules of its own page: one that is refused stops no other.</summary>
/// <remarks>Once begun it goes on to the end, though nobody may wait for it any more: what is done can then be told and undone.</remarks>
public sealed class BulkWork(NewsDbContext db, ArticleFolder folder, WorkflowDesk workflow, Refiling refiling, TimeProvider clock)
{
    private const string Overtaken = "Somebody saved it at the same moment.";

    /// <returns>Id of the act, which says what was done.</returns>
    public Task<long> DoAsync(BulkOrder order, StaffMember member) =>
        KeepAsync(new BulkAct(Actor.Of(member), order.Action, order.Aim, clock.GetUtcNow()), order.Ids, id => TakeAsync(id, order, member));

    /// <summary>Takes back what was done with each article that has not changed since.</summary>
    public async Task<BulkUndoing> UndoAsync(long actId, StaffMember member)
    {
        var now = clock.GetUtcNow();
        if (await db.BulkActs.AsNoTracking().SingleOrDefaultAsync(known => known.Id == actId && known.AccountId == member.Id) is not { IsUndoable: true } act) return new BulkUndoing(null, null);
        if (act.At <= now - BulkAct.Life) return new BulkUndoing(null, "This was done more than a day ago and cannot be undone by a button any more.");
        if (await db.BulkActs.Where(known => known.Id == actId && known.UndoneAt == null).ExecuteUpdateAsync(update => update.SetProperty(known => known.UndoneAt, now)) == 0)
            return new BulkUndoing(null, "This has been undone already.");

        var done = act.Done.ToDictionary(item => item.ArticleId);
        var undoing = new BulkAct(Actor.Of(member), act.Action, act.Aim, now) { UndoesId = actId };
        return new BulkUndoing(await KeepAsync(undoing, [.. done.Keys], id => TakeBackAsync(done[id], act.Action, member)), null);
    }

    private async Task<long> KeepAsync(BulkAct act, IReadOnlyList<long> ids, Func<long, Task<BulkResult>> one)
    {
        try
        {
            foreach (var id in ids) (await ApartAsync(id, one)).NoteIn(act, id);
        }
        finally
        {
            // What is done before something breaks can be undone all the same.
            db.ChangeTracker.Clear();
            if (act.Items.Count + act.Unchanged + act.NotThere > 0) await WriteAsync(act);
        }

        return act.Id;
    }

    private async Task<BulkResult> ApartAsync(long id, Func<long, Task<BulkResult>> one)
    {
        db.ChangeTracker.Clear(); // what one article leaves half done never reaches the next
        try
        {
            return await one(id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return BulkResult.Refused(Overtaken);
        }
    }

    private async Task WriteAsync(BulkAct act)
    {
        var ended = clock.GetUtcNow() - BulkAct.Life;
        await db.BulkActs.Where(old => old.At <= ended).ExecuteDeleteAsync();
        db.BulkActs.Add(act);
        await db.SaveChangesAsync();
    }

    private Task<BulkResult> TakeAsync(long id, BulkOrder order, StaffMember member) => order.Step is { } step
        ? StepAsync(id, step, order.Note, member)
        : RefileAsync(id, member, open => refiling.RefileAsync(open, order, clock.GetUtcNow(), CancellationToken.None));

    private async Task<BulkResult> TakeBackAsync(BulkItem item, BulkAction action, StaffMember member)
    {
        if (await folder.OpenAsync(item.ArticleId, member, CancellationToken.None) is not { } open) return BulkResult.NotThere;
        if (open.Article.Version != item.Version) return BulkResult.Refused("It was changed since, or has gone a step further.");

        return item.Before is { } before
            ? await RefileAsync(item.ArticleId, member, again => refiling.PutBackAsync(again, before, clock.GetUtcNow(), CancellationToken.None))
            : await StepAsync(item.ArticleId, StepBackFrom(action), "Undoes what was done with many at once.", member);
    }

    private static WorkflowStep StepBackFrom(BulkAction action) => action switch
    {
        BulkAction.Submit => WorkflowStep.SendBack,
        BulkAction.Bin => WorkflowStep.Restore,
        BulkAction.Restore => WorkflowStep.Bin,
        _ => throw new InvalidOperationException($"{action} is not undone."),
    };

    private async Task<BulkResult> StepAsync(long id, WorkflowStep step, string? note, StaffMember member)
    {
        var result = await workflow.TakeStoredAsync(id, new StepRequest(step, 0, note), member, CancellationToken.None);
        return result.IsDone ? BulkResult.Done(result.Saved.Version)
            : result.Saved.Kind is SaveKind.NotFound ? BulkResult.NotThere
            : BulkResult.Refused(result.Complaint ?? (result.Errors is { Any: true } errors ? string.Join(' ', errors.All.Values.Take(3)) : Overtaken));
    }

    private async Task<BulkResult> RefileAsync(long id, StaffMember member, Func<OpenArticle, Task<BulkResult>> refile)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await folder.OpenAsync(id, member, CancellationToken.None) is not { } open) return BulkResult.NotThere;

        var result = await refile(open);
        if (result.End is BulkEnd.Done) await transaction.CommitAsync();
        return result;
    }
}

/// <param name="ActId">Of the act that took the other back; null when it was not.</param>
/// <param name="Complaint">Why not; null too when there is no such act, or none of this person's.</param>
public sealed record BulkUndoing(long? ActId, string? Complaint);
