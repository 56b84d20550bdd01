using System.CommandLine;
using Plans.Ingest;
using Plans.Worker.CommandLine;
using Plans.Worker.Files;
using Plans.Worker.Layout;

namespace Plans.Worker.Commands;

/// <summary><c>plans text FILE</c>: the document's text, into which every span points; with <c>--layout</c> how it was read.</summary>
internal static class TextCommand
{
    private const int UsualWidth = 100;
    private const int LeastWidth = 40;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "the document; archives are for load" };
        var layout = new Option<bool>("--layout")
        {
            Description = "show how it was read instead: each block with its page, kind and looks, tables drawn, what was taken out of the text flow, "
                + "and for every page whether its text layer was read, it was recognised, is blank or failed",
        };
        var width = new Option<int?>("--width") { Description = $"columns for --layout (default: those of the screen, else {UsualWidth})", HelpName = "COLUMNS" };
        width.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < LeastWidth)
            {
                result.AddError($"--width must be at least {LeastWidth}.");
            }
        });
        var command = new Command("text", "Print a document's text, exactly as the spans of its facts count it, or how it was read.") { file, layout, width };
        command.SetExamples(
            new("plans text ke-hoach.docx | less", "read it"),
            new("plans text ke-hoach.docx > ke-hoach.txt", "keep it"),
            new("plans text ke-hoach.pdf --layout | less", "see its blocks and tables, and which pages were recognised or failed"));
        command.SetAction((parse, cancellationToken) =>
        {
            var console = parse.InvocationConfiguration;
            int? columns = parse.GetValue(layout) ? parse.GetValue(width) ?? Math.Max(LeastWidth, Terminal.Of(console.Output)?.Profile.Width ?? UsualWidth) : null;
            return RunAsync(parse.GetRequiredValue(file), columns, console, cancellationToken);
        });
        return command;
    }

    /// <param name="columns">Shows the layout so wide; null prints the text.</param>
    private static async Task<int> RunAsync(string path, int? columns, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            var source = await SourceFile.ReadAsync(path, cancellationToken);
            var document = new DocumentReader().Read(source.Content, cancellationToken);
            if (columns is { } width)
            {
                DocumentLayout.Write(source.Content.Name, document, console.Output, width);
            }
            else
            {
                await console.Output.WriteAsync(document.Text.AsMemory(), cancellationToken);
            }

            return ExitCode.AllWell;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failure.Of(exception, path).WriteTo(console.Error);
            return ExitCode.Failed;
        }
    }
}
