"""Bounds on what is read of one file. Everything beyond them is refused before it is read."""

MEBIBYTE = 1024 * 1024

COMPRESSED_BYTES = 20 * MEBIBYTE
INFLATED_BYTES = 200 * MEBIBYTE
RATIO = 200
# A small honest sheet of equal rows compresses extremely well and harms nobody.
RATIO_APPLIES_FROM = 10 * MEBIBYTE
ARCHIVE_ENTRIES = 5_000
SHEETS = 50
ROWS = 20_000
COLUMNS = 200
CELLS = 400_000
MERGED_RANGES = 5_000
SECONDS = 20
WORKER_BYTES = 1024 * MEBIBYTE
