using NewsSite.Domain.Articles;

namespace NewsSite.Features.Newsroom.Revisions;

/// <summary>The editor's fields as the parts that a revision is made of: all fields but the text first, then the text.</summary>
internal static class RevisionText
{
    public static IEnumerable<string> Write(ArticleForm form)
    {
        var frame = FormText.CopyOf(form);
        frame.Body = form.Body is null ? null : "";
        return TextParts.Of(form.Body ?? "").Prepend(FormText.Write(frame));
    }

    public static ArticleForm Read(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        var form = FormText.Read(all[0]);
        if (form.Body is not null) form.Body = string.Concat(all.Skip(1));
        return form;
    }
}
