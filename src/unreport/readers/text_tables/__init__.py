"""Tables drawn in plain text, by bars, rules, spaces, tabs or tags."""
