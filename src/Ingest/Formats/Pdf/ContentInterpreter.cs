using System.Text;
using System.Text.Json;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>
/// Follows a page's painting operators (ISO 32000-1, 8.4 and 8.5) as far as straight lines go: matrices, paths, forms. Colours matter only
/// in that white lines are none.
/// </summary>
internal sealed class ContentInterpreter(PdfObjects objects, Func<PdfReference, byte[]?> data, PathPainter painter)
{
    private const int DeepestForms = 12;
    private const int MostOperators = 2_000_000;
    private const int MostOperands = 16;

    private int _operators;
    private bool _isInText;

    /// <summary>Whether the program ended inside a text object, as it never does unless its end is missing.</summary>
    public bool IsCutOff => _isInText && _operators < MostOperators;

    private readonly record struct State(Matrix Matrix, bool IsStrokeWhite, bool IsFillWhite);

    public void Run(byte[] content, JsonElement? resources, Matrix matrix, int depth = 0)
    {
        var tokens = new ContentTokens(content);
        var operands = new List<double>(MostOperands);
        var states = new Stack<State>();
        var state = new State(matrix, false, false);
        var name = "";
        for (var token = tokens.Next(); token != ContentToken.End && _operators < MostOperators; token = tokens.Next())
        {
            switch (token)
            {
                case ContentToken.Number when operands.Count < MostOperands:
                    operands.Add(tokens.Number);
                    break;
                case ContentToken.Name:
                    name = Encoding.Latin1.GetString(tokens.Word);
                    break;
                case ContentToken.Operator:
                    _operators++;
                    Execute(tokens.Word, operands, name, ref state, states, resources, depth);
                    operands.Clear();
                    break;
            }
        }
    }

    private void Execute(ReadOnlySpan<byte> word, List<double> o, string name, ref State state, Stack<State> states, JsonElement? resources, int depth)
    {
        switch (Encoding.Latin1.GetString(word))
        {
            case "q" when states.Count < 512:
                states.Push(state);
                break;
            case "Q" when states.Count > 0:
                state = states.Pop();
                break;
            case "cm" when o.Count == 6:
                state = state with { Matrix = new Matrix(o[0], o[1], o[2], o[3], o[4], o[5]).Then(state.Matrix) };
                break;
            case "m" when o.Count == 2:
                painter.MoveTo(state.Matrix.Of(o[0], o[1]));
                break;
            case "l" when o.Count == 2:
                painter.LineTo(state.Matrix.Of(o[0], o[1]));
                break;
            case "c" or "v" or "y" when o.Count >= 4:
                painter.CurveTo(state.Matrix.Of(o[^2], o[^1]));
                break;
            case "h":
                painter.Close();
                break;
            case "re" when o.Count == 4:
                painter.MoveTo(state.Matrix.Of(o[0], o[1]));
                painter.LineTo(state.Matrix.Of(o[0] + o[2], o[1]));
                painter.LineTo(state.Matrix.Of(o[0] + o[2], o[1] + o[3]));
                painter.LineTo(state.Matrix.Of(o[0], o[1] + o[3]));
                painter.Close();
                break;
            case "s" or "b" or "b*":
                painter.Close();
                Paint(state, isStroked: true, isFilled: word[0] == 'b');
                break;
            case "S":
                Paint(state, isStroked: true, isFilled: false);
                break;
            case "B" or "B*":
                Paint(state, isStroked: true, isFilled: true);
                break;
            case "f" or "F" or "f*":
                Paint(state, isStroked: false, isFilled: true);
                break;
            case "n":
                painter.Clear();
                break;
            case "g" or "rg" or "k" or "sc" or "scn" when o.Count > 0:
                state = state with { IsFillWhite = IsWhite(o) };
                break;
            case "G" or "RG" or "K" or "SC" or "SCN" when o.Count > 0:
                state = state with { IsStrokeWhite = IsWhite(o) };
                break;
            case "BT":
                _isInText = true;
                break;
            case "ET":
                _isInText = false;
                break;
            case "Tj" or "TJ" or "'" or "\"" or "sh":
                painter.HasMarks = true;
                break;
            case "EI":
                painter.Image(state.Matrix, null);
                break;
            case "Do":
                Paint(name, resources, state.Matrix, depth);
                break;
        }
    }

    /// <summary>All in grey or red, green, blue; none in the four inks.</summary>
    private static bool IsWhite(List<double> colour) => colour.Count == 4 ? colour.TrueForAll(part => part <= 0.01) : colour.TrueForAll(part => part >= 0.99);

    private void Paint(State state, bool isStroked, bool isFilled)
    {
        if (isStroked && !state.IsStrokeWhite)
        {
            painter.HasMarks = true;
            painter.Stroke();
        }

        if (isFilled && !state.IsFillWhite)
        {
            painter.HasMarks = true;
            painter.Fill();
        }

        painter.Clear();
    }

    private void Paint(string name, JsonElement? resources, Matrix matrix, int depth)
    {
        if (depth >= DeepestForms || objects.Entry(resources, "/XObject") is not { ValueKind: JsonValueKind.Object } forms
            || !forms.TryGetProperty("/" + name, out var entry) || entry.ValueKind != JsonValueKind.String || PdfReference.Of(entry.GetString()) is not { } reference
            || objects.Resolve(entry) is not { } form)
        {
            painter.HasMarks = true;
            return;
        }

        if (!objects.IsForm(form))
        {
            painter.Image(matrix, reference);
        }
        else if (data(reference) is { } content)
        {
            RunForm(form, content, resources, matrix, depth);
        }
        else
        {
            painter.HasMarks = true;
        }
    }

    private void RunForm(JsonElement form, byte[] content, JsonElement? resources, Matrix matrix, int depth)
    {
        var own = objects.Entry(form, "/Matrix") is { ValueKind: JsonValueKind.Array } m && m.GetArrayLength() == 6 && m.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number)
            ? m.EnumerateArray().Select(n => n.GetDouble()).ToArray() : null;
        var inner = own is null ? matrix : new Matrix(own[0], own[1], own[2], own[3], own[4], own[5]).Then(matrix);
        Run(content, objects.Entry(form, "/Resources") ?? resources, inner, depth + 1);
    }
}
