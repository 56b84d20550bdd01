using System.Text.Json;
using System.Text.Json.Serialization;
using Plans.Ingest;

namespace Plans.Extraction;

/// <summary>A box as the contract writes it: [x0, y0, x1, y1].</summary>
internal sealed class BoxConverter : JsonConverter<Box>
{
    public override Box Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var c = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return c is { Length: 4 } ? new Box(c[0], c[1], c[2], c[3]) : throw new JsonException("A box has four numbers.");
    }

    public override void Write(Utf8JsonWriter writer, Box value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var number in (ReadOnlySpan<double>)[value.X0, value.Y0, value.X1, value.Y1])
        {
            writer.WriteNumberValue(Math.Round(number, 2));
        }

        writer.WriteEndArray();
    }
}
