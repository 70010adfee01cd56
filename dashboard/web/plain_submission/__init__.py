"""Handing in on plain HTML pages (/nop): no script and no open connection, for old browsers."""
