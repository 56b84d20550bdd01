namespace Plans.Web.Reading;

/// <summary>The views of a plan.</summary>
public enum PlanTab { Overview, Targets, Tasks, Text, Pages }
