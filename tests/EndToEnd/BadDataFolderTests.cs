namespace Plans.EndToEnd;

/// <summary>Data folders that cannot take what they should.</summary>
public sealed class BadDataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Where_there_is_no_room_the_file_fails_the_others_are_loaded_and_a_retry_mends_it()
    {
        _folder.Write("plans/a.txt", PlanTexts.Training(1));
        _folder.Write("plans/lon.txt", PlanTexts.Training(2) + string.Concat(Enumerable.Repeat("Thực hiện nhiệm vụ được giao.\n\n", 50_000)));

        var load = (await PlansProcess.RunWithoutRoomAsync(1_000_000, _folder["data"], "load", _folder["plans"])).Expect(1);

        Assert.Contains("2 files found: 1 done, 0 partial, 0 skipped (held already), 1 failed.", load.Output);
        Assert.Contains("lon.txt [read-error]", load.Error);
        Assert.Empty(Directory.GetFiles(_folder["data/originals"], "*.tmp"));

        var retry = (await PlansProcess.RunAsync(_folder["data"], "retry")).Expect(0);
        Assert.Contains("1 file tried again: 1 done now", retry.Output);
    }

    [Theory]
    [InlineData("data/new")]
    [InlineData("data")]
    public async Task A_folder_that_may_not_be_written_is_said(string data)
    {
        var closed = Directory.CreateDirectory(_folder["data"]);
        closed.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;

        var load = (await PlansProcess.RunAsync(_folder[data], "load", _folder.Write("a.txt", PlanTexts.Training(1)))).Expect(1);

        Assert.Contains(_folder[data], load.Error);
        Assert.DoesNotContain("report this", load.Error);
    }

    [Theory]
    [InlineData("search", "chè")]
    [InlineData("load", "a.txt")]
    public async Task A_database_that_may_only_be_read_is_said(string command, string what)
    {
        _folder.Write("a.txt", PlanTexts.Training(1));
        (await PlansProcess.RunAsync(_folder["data"], "load", _folder["a.txt"])).Expect(0);
        foreach (var file in Directory.GetFiles(_folder["data"]))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead);
        }

        new DirectoryInfo(_folder["data"]).UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        var run = (await PlansProcess.RunAsync(_folder["data"], command, command == "load" ? _folder[what] : what)).Expect(1);
        Assert.Contains(_folder["data"], run.Error);
        Assert.DoesNotContain("report this", run.Error);
    }

    [Fact]
    public async Task A_folder_of_plans_that_may_only_be_read_is_loaded_and_left_as_it_was()
    {
        _folder.Write("plans/a.txt", PlanTexts.Training(1));
        new DirectoryInfo(_folder["plans"]).UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;

        (await PlansProcess.RunAsync(_folder["data"], "load", _folder["plans"])).Expect(0);

        Assert.Equal([_folder["plans/a.txt"]], Directory.GetFileSystemEntries(_folder["plans"]));
    }

    public void Dispose() => _folder.Dispose();
}
