"""What counts as good work: rules, scores, ranks, lateness. No database, no Excel, no clock."""
