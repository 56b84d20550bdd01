using Plans.Ingest.Layout.Pages;

namespace Plans.Ingest.Formats.Pdf;

/// <summary>An affine map as PDF writes it: x' = a x + c y + e, y' = b x + d y + f.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    public (double X, double Y) Of(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>This map first, then the other.</summary>
    public Matrix Then(Matrix o) => new((A * o.A) + (B * o.C), (A * o.B) + (B * o.D), (C * o.A) + (D * o.C), (C * o.B) + (D * o.D),
        (E * o.A) + (F * o.C) + o.E, (E * o.B) + (F * o.D) + o.F);
}

/// <summary>Gathers the straight lines that paths paint, whether stroked or filled as thin rectangles: programs draw table borders either way.</summary>
internal sealed class PathPainter(PageFrame frame)
{
    private const double Thin = 2.5;
    private const double Straight = 0.7;
    private const int MostRulings = 20_000;

    /// <summary>How far a picture of the whole page may be off its edges.</summary>
    private const double Edge = 1;

    private readonly List<List<(double X, double Y)>> _path = [];
    private int _pictures;
    private PdfReference? _whole;

    public List<Ruling> Rulings { get; } = [];

    /// <summary>Whether anything at all is painted.</summary>
    public bool HasInk => _pictures > 0 || HasMarks;

    /// <summary>Whether anything but pictures is painted.</summary>
    public bool HasMarks { get; set; }

    /// <summary>How much of the page the largest picture covers, from 0 to 1.</summary>
    public double ImageShare { get; private set; }

    /// <summary>The picture that is all of the page and lies on it upright, as scanners write pages; null where there is more, or less.</summary>
    public PdfReference? WholePage => _pictures == 1 && !HasMarks && frame.Turn == 0 ? _whole : null;

    /// <summary>A picture is painted into the unit square (ISO 32000-1, 8.9.4).</summary>
    /// <param name="picture">Null where it is part of the page's program.</param>
    public void Image(Matrix matrix, PdfReference? picture)
    {
        _pictures++;
        var isWhole = Math.Abs(matrix.E - frame.X0) < Edge && Math.Abs(matrix.F - frame.Y0) < Edge && matrix is { B: 0, C: 0 }
            && Math.Abs(matrix.A - (frame.X1 - frame.X0)) < Edge && Math.Abs(matrix.D - (frame.Y1 - frame.Y0)) < Edge;
        _whole = isWhole ? picture : null;
        (double X, double Y)[] corners = [matrix.Of(0, 0), matrix.Of(0, 1), matrix.Of(1, 0), matrix.Of(1, 1)];
        var shown = corners.Select(corner => frame.Shown(corner.X, corner.Y)).ToList();
        var width = Math.Min(frame.Width, shown.Max(p => p.X)) - Math.Max(0, shown.Min(p => p.X));
        var height = Math.Min(frame.Height, shown.Max(p => p.Y)) - Math.Max(0, shown.Min(p => p.Y));
        ImageShare = width > 0 && height > 0 ? Math.Max(ImageShare, width * height / (frame.Width * frame.Height)) : ImageShare;
    }

    public void MoveTo((double X, double Y) point) => _path.Add([frame.Shown(point.X, point.Y)]);

    public void LineTo((double X, double Y) point)
    {
        if (_path.Count > 0)
        {
            _path[^1].Add(frame.Shown(point.X, point.Y));
        }
    }

    /// <summary>A curve is no border; what follows it begins anew.</summary>
    public void CurveTo((double X, double Y) point) => MoveTo(point);

    public void Close()
    {
        if (_path.Count > 0)
        {
            _path[^1].Add(_path[^1][0]);
        }
    }

    public void Stroke()
    {
        foreach (var part in _path)
        {
            for (var i = 1; i < part.Count; i++)
            {
                Add(part[i - 1], part[i], Straight);
            }
        }
    }

    public void Fill()
    {
        foreach (var part in _path.Where(part => part.Count >= 3))
        {
            Add((part.Min(p => p.X), part.Min(p => p.Y)), (part.Max(p => p.X), part.Max(p => p.Y)), Thin);
        }
    }

    public void Clear() => _path.Clear();

    private void Add((double X, double Y) one, (double X, double Y) other, double thin)
    {
        var (width, height) = (Math.Abs(one.X - other.X), Math.Abs(one.Y - other.Y));
        if (Rulings.Count >= MostRulings || (width > thin && height > thin) || (width <= thin && height <= thin))
        {
            return;
        }

        Rulings.Add(width > height
            ? new Ruling(true, (one.Y + other.Y) / 2, Math.Min(one.X, other.X), Math.Max(one.X, other.X))
            : new Ruling(false, (one.X + other.X) / 2, Math.Min(one.Y, other.Y), Math.Max(one.Y, other.Y)));
    }
}
