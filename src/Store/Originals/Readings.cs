using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Plans.Ingest;
using Plans.Store.Engines;

namespace Plans.Store.Originals;

/// <summary>
/// What was read of documents whose pages had to be recognised, which costs a thousand times more than all else: a new version extracts
/// from it again. Documents that are quickly read, and those with pages that failed, are not kept: they are read anew.
/// </summary>
public sealed class Readings
{
    private static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(KindsOfBlocks),
    };

    private readonly Database database;
    private readonly TimeProvider clock;

    internal Readings(Database database, TimeProvider clock) => (this.database, this.clock) = (database, clock);

    /// <returns>Null where none is kept.</returns>
    public Document? Find(string sha256) =>
        database.Read(connection => connection.ExecuteScalar<byte[]?>("select document from readings where sha256 = @sha256", new { sha256 })) is { } packed
            ? Unpack(packed)
            : null;

    internal void Keep(DbConnection connection, string sha256, Document document)
    {
        if (document.Pages.Any(page => page.Source == PageSource.Ocr) && document.Pages.All(page => page.Source != PageSource.Failed))
        {
            connection.Execute(
                """
                insert into readings (sha256, read_at, document) values (@sha256, @now, @packed)
                on conflict (sha256) do update set read_at = excluded.read_at, document = excluded.document
                """,
                new { sha256, now = Timestamp.Write(clock.GetUtcNow()), packed = Pack(document) });
        }
    }

    internal static byte[] Pack(Document document)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, document, Format);
        }

        return packed.ToArray();
    }

    internal static Document Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Document>(brotli, Format)!;
    }

    private static void KindsOfBlocks(JsonTypeInfo type)
    {
        if (type.Type == typeof(Block))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                DerivedTypes = { new JsonDerivedType(typeof(Paragraph), "paragraph"), new JsonDerivedType(typeof(Table), "table") },
            };
        }
    }
}
