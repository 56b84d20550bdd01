using System.Text.Json;
using System.Text.Json.Nodes;
using Plans.Store;
using Plans.Store.Ledger;

namespace Plans.EndToEnd.Faults;

/// <summary>What is to be true of a load however it was disturbed.</summary>
internal static class Loads
{
    /// <summary>Plans that take a worker a while: it can be caught at work.</summary>
    public static void WriteLongPlans(TemporaryFolder folder, string under, int plans, int chapters)
    {
        for (var number = 1; number <= plans; number++)
        {
            var more = Enumerable.Range(1, chapters).Select(chapter => $"{chapter + 3}. Nội dung thứ {chapter}\n\nSở Tài chính chủ trì, phối hợp với Sở Y tế rà soát {number + chapter} xã; hoàn thành trước ngày 15/12/2024.\n\n");
            folder.Write($"{under}/{number:0000}.txt", PlanTexts.Training(number) + string.Concat(more));
        }
    }

    /// <summary>The program's own audit finds no hole.</summary>
    public static async Task<JsonElement> AuditAsync(string data, params string[] where)
    {
        var audit = await PlansProcess.RunAsync(data, ["audit", "--json", .. where]);
        using var json = JsonDocument.Parse(audit.Output);
        Assert.True(json.RootElement.GetProperty("is_clean").GetBoolean(), audit.Output);
        return json.RootElement.Clone();
    }

    /// <summary>Every plan of a store, by the name of its file; without its links to others, which name them by the order in which they came.</summary>
    public static IReadOnlyDictionary<string, string> Plans(PlanStore store) => store.Ledger
        .Files(new FileFilter { States = [FileState.Done, FileState.Partial] }, int.MaxValue)
        .Where(file => file.PlanId is not null)
        .ToDictionary(file => file.Name, file =>
        {
            var json = JsonNode.Parse(store.Plans.Json(file.PlanId!.Value)!)!.AsObject();
            json.Remove("versions");
            return json.ToJsonString();
        });

    /// <summary>Waits for something that comes about in another process.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what, int seconds = 60)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < seconds * 50, $"{what} has not come about in {seconds} s.");
            await Task.Delay(20);
        }
    }
}
