"""The reader of HTML documents."""
