"""The terminal: a front door of its own over the same actions and queries (docs/terminal.md)."""
