using System.Text.Json;
using Plans.Extraction;

namespace Plans.Store;

/// <summary>Lists that are read and written whole are JSON in one column, in the contract's spelling.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(PlanJson.Options) { WriteIndented = false };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    /// <summary>A word of an enumeration as the contract writes it.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
