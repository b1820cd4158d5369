"""What was read in; an answer out: statements chosen and arranged, a verdict, figures over time, notes."""
