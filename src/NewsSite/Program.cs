using NewsSite.Commands;

return await NewsSiteCommand.Create().Parse(args).InvokeAsync();
