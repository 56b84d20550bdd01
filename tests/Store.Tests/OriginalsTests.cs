using System.Text;
using Dapper;
using Plans.Store.Originals;

namespace Plans.Store.Tests;

public abstract class OriginalsTests(Engine engine) : IDisposable
{
    /// <summary>SHA-256 of the three letters abc, from FIPS 180-2's example.</summary>
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly TestStore test = new(engine);

    private OriginalFiles Originals => test.Store.Originals;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keeps_a_content_under_its_hash(bool seekable)
    {
        Assert.Equal(new KeptOriginal(Abc, 3), Keep("abc", seekable));
        Assert.Equal(new KeptOriginal(Abc, 3), Keep("abc", seekable));
        Assert.Equal("abc"u8.ToArray(), Originals.Read(Abc));
        Assert.True(Originals.Verify(Abc));
        Assert.Equal([Abc], Originals.All());
    }

    [Fact]
    public void Keeps_a_content_of_many_pieces()
    {
        var content = new byte[2_500_000];
        new Random(1).NextBytes(content);
        var kept = Originals.Keep(new MemoryStream(content));
        Assert.Equal(content, Originals.Read(kept.Sha256));
        using var stream = Originals.OpenRead(kept.Sha256);
        stream.Position = 1_048_570;
        var part = new byte[20];
        stream.ReadExactly(part);
        Assert.Equal(content[1_048_570..1_048_590], part);
    }

    [Fact]
    public void Keeps_an_empty_content() => Assert.Equal(0, Keep("", seekable: true).Size);

    [Fact]
    public void A_content_that_breaks_off_leaves_nothing()
    {
        Assert.Throws<IOException>(() => Originals.Keep(new BreakingStream()));
        Assert.Empty(Originals.All());
        Assert.Equal(0, Leftovers());
    }

    [Fact]
    public void A_damaged_original_is_noticed_and_replaced_by_keeping_it_again()
    {
        Keep("abc", seekable: true);
        Damage();
        Assert.False(Originals.Verify(Abc));
        Assert.Equal(StoreProblem.OriginalDamaged, Assert.Throws<StoreException>(() => Originals.Read(Abc)).Problem);
        Keep("abc", seekable: true);
        Assert.True(Originals.Verify(Abc));
    }

    [Fact]
    public void A_missing_original_is_a_clear_error()
    {
        Assert.False(Originals.Exists(Abc));
        Assert.False(Originals.Verify(Abc));
        Assert.Equal(StoreProblem.OriginalMissing, Assert.Throws<StoreException>(() => Originals.Read(Abc)).Problem);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public void Only_a_hash_names_an_original(string name) => Assert.Throws<ArgumentException>(() => Originals.Exists(name));

    [Fact]
    public void Many_keep_the_same_content_at_once()
    {
        Parallel.For(0, 16, i => Keep("abc", seekable: i % 2 == 0));
        Assert.Single(Originals.All());
        Assert.Equal(0, Leftovers());
        Assert.True(Originals.Verify(Abc));
    }

    public void Dispose() => test.Dispose();

    private KeptOriginal Keep(string content, bool seekable)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return Originals.Keep(seekable ? stream : new OneWayStream(stream));
    }

    /// <summary>Whatever lies there beside what was kept.</summary>
    private int Leftovers()
    {
        if (engine == Engine.Sqlite)
        {
            return (Directory.Exists(test.Store.Options.OriginalsFolder)
                ? Directory.GetFiles(test.Store.Options.OriginalsFolder, "*", SearchOption.AllDirectories).Length
                : 0) - Originals.All().Count();
        }

        using var connection = test.Connect();
        return connection.ExecuteScalar<int>("select count(*) from originals") - Originals.All().Count();
    }

    private void Damage()
    {
        if (engine == Engine.Sqlite)
        {
            File.WriteAllText(Path.Combine(test.Store.Options.OriginalsFolder, "ba", Abc), "abd");
        }
        else
        {
            test.Execute("update original_pieces set bytes = 'abd'");
        }
    }

    /// <summary>A stream as a network or an archive gives it.</summary>
    private class OneWayStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class BreakingStream() : OneWayStream(new MemoryStream(new byte[300_000]))
    {
        private int reads;

        public override int Read(byte[] buffer, int offset, int count) =>
            ++reads > 1 ? throw new IOException("The share went away.") : base.Read(buffer, offset, count);
    }
}

public sealed class OriginalsTestsOnSqlite() : OriginalsTests(Engine.Sqlite)
{
    [Fact]
    public void Opening_sweeps_away_what_a_killed_process_left()
    {
        using var test = new TestStore(Engine.Sqlite);
        var folder = Directory.CreateDirectory(test.Store.Options.OriginalsFolder).FullName;
        var (old, young) = (Path.Combine(folder, "old.tmp"), Path.Combine(folder, "young.tmp"));
        File.WriteAllText(old, "a");
        File.WriteAllText(young, "a");
        File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(old).AddDays(-2));
        test.Open().Dispose();
        Assert.Equal([young], Directory.GetFiles(folder));
    }
}

public sealed class OriginalsTestsOnPostgres() : OriginalsTests(Engine.Postgres);
