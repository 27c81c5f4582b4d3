"""What rules are made of: numbers as intervals, what comes out, and how a rule is described."""
