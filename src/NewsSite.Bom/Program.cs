using System.Text.Json;
using NewsSite.Bom;

// dotnet run --project src/NewsSite.Bom [FILE]
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "NewsSite.sln"))) root = root.Parent;
if (root is null)
{
    Console.Error.WriteLine("Run this inside the source tree: the lock files are read from there.");
    return 1;
}

var bill = BillOfMaterials.Of(root.FullName, TimeProvider.System.GetUtcNow()).ToJsonString(new JsonSerializerOptions { WriteIndented = true });
if (args is [var file]) File.WriteAllText(file, bill + "\n");
else Console.WriteLine(bill);
return 0;
