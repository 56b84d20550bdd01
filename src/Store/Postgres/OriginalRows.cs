using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Plans.Store.Originals;

namespace Plans.Store.Postgres;

/// <summary>Originals in the database, in pieces: every machine has them without a shared disk, and a backup of the database holds them.</summary>
/// <param name="copies">The folder of this machine for copies that programs need a path to; kept for a day.</param>
internal sealed class OriginalRows(PostgresDatabase database, string copies) : OriginalFiles
{
    private const int PieceSize = 1024 * 1024;

    public override bool Exists(string sha256) =>
        database.Read(connection => connection.ExecuteScalar<bool>(
            "select exists (select 1 from originals where sha256 = @sha256)", new { sha256 = Checked(sha256) }));

    public override Stream OpenRead(string sha256)
    {
        var found = database.Read(connection => connection.Query<(long Id, long Size)?>(
            "select id, size from originals where sha256 = @sha256", new { sha256 = Checked(sha256) }).SingleOrDefault());
        return found is { } original
            ? new PieceStream(ordinal => Piece(original.Id, ordinal), original.Size, PieceSize)
            : throw Missing(sha256);
    }

    public override IEnumerable<string> All() => database.Read(connection =>
        connection.Query<string>("select sha256 from originals order by sha256").ToList());

    public override string PathOf(string sha256)
    {
        var path = Path.Combine(copies, Checked(sha256));
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(copies);
            var unfinished = Path.Combine(copies, Path.GetRandomFileName());
            using (var content = OpenRead(sha256))
            using (var copy = File.Create(unfinished))
            {
                content.CopyTo(copy);
            }

            File.Move(unfinished, path, overwrite: true);
        }

        return path;
    }

    /// <summary>In the database nothing is left half written: a content is written in one transaction.</summary>
    internal override void Sweep(DateTimeOffset olderThan)
    {
        if (Directory.Exists(copies))
        {
            foreach (var file in new DirectoryInfo(copies).EnumerateFiles().Where(f => f.LastWriteTimeUtc < olderThan.UtcDateTime))
            {
                file.Delete();
            }
        }
    }

    private protected override string Place(string sha256) => $"{sha256} in {database.Name}";

    private protected override KeptOriginal Write(Stream content, CancellationToken cancellationToken)
    {
        var start = content.CanSeek ? content.Position : 0;
        var first = true;
        return database.Write(connection =>
        {
            if (!first && content.CanSeek)
            {
                content.Position = start;
            }
            else if (!first)
            {
                throw new IOException("The connection to the database was lost while a file was being kept. Load it again.");
            }

            first = false;
            return Write(connection, content, cancellationToken);
        });
    }

    private static KeptOriginal Write(DbConnection connection, Stream content, CancellationToken cancellationToken)
    {
        var id = connection.ExecuteScalar<long>("insert into originals (size) values (0) returning id");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceSize];
        var (size, ordinal) = (0L, 0);
        for (int read; (read = content.ReadAtLeast(piece, PieceSize, throwOnEndOfStream: false)) > 0; ordinal++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(piece, 0, read);
            size += read;
            connection.Execute(
                "insert into original_pieces (original_id, ordinal, bytes) values (@id, @ordinal, @bytes)",
                new { id, ordinal, bytes = piece[..read] });
        }

        // Two that keep the same content at once wait for each other here; the later one takes the earlier one's place.
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        connection.Execute("select pg_advisory_xact_lock(hashtextextended(@sha256, 0))", new { sha256 });
        connection.Execute("delete from originals where sha256 = @sha256", new { sha256 });
        connection.Execute("update originals set sha256 = @sha256, size = @size where id = @id", new { sha256, size, id });
        return new KeptOriginal(sha256, size);
    }

    private byte[] Piece(long original, int ordinal) => database.Read(connection => connection.ExecuteScalar<byte[]?>(
        "select bytes from original_pieces where original_id = @original and ordinal = @ordinal", new { original, ordinal })) ?? [];
}
