"""Bounds on what is read of one file. Everything beyond them is refused before it is read."""

MEBIBYTE = 1024 * 1024

COMPRESSED_BYTES = 20 * MEBIBYTE
INFLATED_BYTES = 100 * MEBIBYTE
RATIO = 200
# A small honest sheet of equal rows compresses extremely well and harms nobody.
RATIO_APPLIES_FROM = 10 * MEBIBYTE
ARCHIVE_ENTRIES = 5_000
LONGEST_PART_NAME = 500
SHEETS = 50
ROWS = 20_000
COLUMNS = 200
CELLS = 400_000
SHARED_STRINGS = 400_000
# What Excel itself allows; every style costs memory in three libraries.
CELL_STYLES = 65_490
DEFINED_NAMES = 20_000
MERGED_RANGES = 5_000
# A workbook of more cells is marked by its list of remarks alone: writing all of it out again
# would take longer than one file may.
CELLS_TO_MARK = 60_000

# Of the processor: on a busy machine an honest file is not to be refused for having had to wait.
SECONDS = 5
WALL_SECONDS = 15
WORKER_BYTES = 480 * MEBIBYTE
# A worker that once grew this big is not used again: what it still holds counts against the next.
WORN_BYTES = 150 * MEBIBYTE
TEMPORARY_FILE_BYTES = 200 * MEBIBYTE
