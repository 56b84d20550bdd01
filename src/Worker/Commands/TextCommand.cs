using System.CommandLine;
using Plans.Ingest;
using Plans.Worker.CommandLine;
using Plans.Worker.Files;

namespace Plans.Worker.Commands;

/// <summary><c>plans text FILE</c>: the document's text, into which every span points.</summary>
internal static class TextCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the document" };
        var command = new Command("text", "Print a document's text, exactly as the spans of its facts count it.") { file };
        command.SetExamples(
            new("plans text ke-hoach.docx | less", "read it"),
            new("plans text ke-hoach.docx > ke-hoach.txt", "keep it"));
        command.SetAction((parse, cancellationToken) =>
            RunAsync(parse.GetRequiredValue(file), parse.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            var source = await SourceFile.ReadAsync(path, cancellationToken);
            var document = new DocumentReader().Read(source.Content, cancellationToken);
            await console.Output.WriteAsync(document.Text.AsMemory(), cancellationToken);
            return ExitCode.AllWell;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failure.Of(exception, path).WriteTo(console.Error);
            return ExitCode.Failed;
        }
    }
}
