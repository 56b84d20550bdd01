namespace Plans.Store.Ledger;

/// <summary>Every file found is in exactly one of these.</summary>
public enum FileState { Queued, Running, Done, Partial, Failed, Skipped }
