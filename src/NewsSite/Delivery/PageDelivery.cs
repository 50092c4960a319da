namespace NewsSite.Delivery;

/// <summary>Stands before all else: sends what is stored, and has made what is not.</summary>
internal sealed class PageDelivery(RequestDelegate next, PageAdmission admission, PageStore store, PagePress press, PageSender sender)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (admission.KeyOf(request) is not { } key) return next(context);
        if (!store.IsOpen || admission.IsStaff(request)) return PagePress.PassAsync(context, next);
        return store.Find(key) is { } page ? sender.SendAsync(context, page) : press.SendAsync(context, key, next);
    }
}
