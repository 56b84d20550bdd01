using Plans.Ingest;
using Plans.Worker.Loads;

namespace Plans.Worker.Tests;

public sealed class FileFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Finds_all_files_below_a_folder_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b/2.txt", "a.txt", "b/1.txt", "b/c/sâu.docx", "Z.html" })
        {
            _folder.Write(name, "x");
        }

        Assert.Equal(["Z.html", "a.txt", "b/1.txt", "b/2.txt", "b/c/sâu.docx"], Found(_folder.Path));
    }

    [Fact]
    public void Leaves_out_what_begins_with_a_dot_but_takes_it_when_it_is_named()
    {
        _folder.Write(".git/config", "x");
        var named = _folder.Write(".ẩn.txt", "x");
        _folder.Write("a.txt", "x");

        Assert.Equal(["a.txt"], Found(_folder.Path));
        Assert.Equal([".ẩn.txt"], Found(named));
    }

    [Fact]
    public void Does_not_follow_a_link_to_a_folder_round_in_circles()
    {
        _folder.Write("a/1.txt", "x");
        Directory.CreateSymbolicLink(_folder["a/lại"], _folder.Path);

        Assert.Equal(["a/1.txt"], Found(_folder.Path));
    }

    [Fact]
    public void Leaves_out_the_annotation_of_a_document_but_not_one_that_stands_alone()
    {
        foreach (var name in new[] { "a.txt", "a.txt.gold.json", "b.gold.json" })
        {
            _folder.Write(name, "x");
        }

        Assert.Equal(["a.txt", "b.gold.json"], Found(_folder.Path));
    }

    [Theory]
    [InlineData("không có.txt", FailureReasons.NotFound)]
    [InlineData("rỗng.txt", FailureReasons.Empty)]
    public void Finds_what_cannot_be_read_as_failed_with_advice(string name, string reason)
    {
        File.WriteAllBytes(_folder["rỗng.txt"], []);

        var found = Assert.Single(FileFinder.Find([_folder[name]]));

        Assert.Equal(reason, found.Failure?.Reason);
        Assert.Contains(name, found.Failure?.Message);
        Assert.NotEmpty(found.Failure!.Advice);
    }

    private IEnumerable<string> Found(string path) =>
        FileFinder.Find([path]).Select(found => Path.GetRelativePath(_folder.Path, found.Path));

    public void Dispose() => _folder.Dispose();
}
