using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using NewsSite.Domain;

namespace NewsSite.Hosting;

/// <summary>
/// Every text that a form or a query brings is cleaned before anybody looks at it, as <see cref="CleanText"/> says: to one line, or to
/// several where the field is marked as <see cref="DataType.MultilineText"/>. Only a <see cref="DataType.Password"/> stays as it came.
/// </summary>
internal sealed class CleanTextBinding : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.Metadata.ModelType != typeof(string) || context.Metadata.DataTypeName is nameof(DataType.Password)) return null;
        if (context.BindingInfo.BindingSource is { } source && source != BindingSource.Form && source != BindingSource.Query) return null;

        var plain = new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>());
        return new Binder(plain, context.Metadata.DataTypeName is nameof(DataType.MultilineText) ? CleanText.Lines : CleanText.OneLine);
    }

    private sealed class Binder(SimpleTypeModelBinder plain, Func<string, string> clean) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await plain.BindModelAsync(bindingContext);
            // An address is right or wrong as it stands.
            if (bindingContext.ActionContext.RouteData.Values.ContainsKey(bindingContext.ModelName)) return;
            if (bindingContext.Result.Model is not string text) return;

            var kept = clean(text);
            bindingContext.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(kept) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : kept);
        }
    }
}
