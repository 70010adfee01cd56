"""Workbooks: read, parsed, made and marked. Each module knows either Excel or forms."""
