using System.Security;
using System.Text;

namespace Plans.Ingest.Formats.Office;

/// <summary>Writes a LibreOffice profile that holds one macro: our converter (Profile/Convert.bas).</summary>
internal static class OfficeProfile
{
    /// <summary>The macro's address; its arguments follow in parentheses.</summary>
    public const string Macro = "macro:///Plans.Convert.Serve";

    private const string Xml = """<?xml version="1.0" encoding="UTF-8"?>""";
    private const string LibraryDtd = """<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">""";
    private const string LibrariesDtd = """<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">""";
    private const string ModuleDtd = """<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">""";
    private const string Library = """xmlns:library="http://openoffice.org/2000/library" """;

    public static void Write(string folder)
    {
        var user = Path.Combine(folder, "user");
        var library = Path.Combine(user, "basic", "Plans");
        Directory.CreateDirectory(library);
        File.WriteAllText(Path.Combine(user, "registrymodifications.xcu"), Resource("registrymodifications.xcu"));
        File.WriteAllText(Path.Combine(library, "Convert.xba"),
            $"""{Xml}{ModuleDtd}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Convert" script:language="StarBasic">{SecurityElement.Escape(Resource("Convert.bas"))}</script:module>""");
        foreach (var (kind, elements) in (IEnumerable<(string, string)>)[("script", """<library:element library:name="Convert"/>"""), ("dialog", "")])
        {
            File.WriteAllText(Path.Combine(library, $"{kind}.xlb"),
                $"""{Xml}{LibraryDtd}<library:library {Library} library:name="Plans" library:readonly="false" library:passwordprotected="false">{elements}</library:library>""");
            File.WriteAllText(Path.Combine(user, "basic", $"{kind}.xlc"),
                $"""{Xml}{LibrariesDtd}<library:libraries {Library} xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Plans" xlink:href="$(USER)/basic/Plans/{kind}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>""");
        }
    }

    private static string Resource(string file)
    {
        var type = typeof(OfficeProfile);
        using var reader = new StreamReader(type.Assembly.GetManifestResourceStream($"{type.Namespace}.Profile.{file}")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
