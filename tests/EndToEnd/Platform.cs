using System.Runtime.Versioning;

// The program runs on Debian and Ubuntu; its tests use their permissions and signals.
[assembly: SupportedOSPlatform("linux")]
