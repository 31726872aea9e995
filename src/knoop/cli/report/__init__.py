"""The report and the summary of an analysis, in nl and en."""
