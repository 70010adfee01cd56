"""The formats that a table of the corpus is written in."""

from collections.abc import Callable, Mapping

from tests.data_access.workbook.corpus.as_ods import as_ods
from tests.data_access.workbook.corpus.as_xls import as_xls
from tests.data_access.workbook.corpus.as_xlsx import as_xlsx
from tests.data_access.workbook.corpus.tables import Table

FORMATS: Mapping[str, Callable[[Table], bytes]] = {"xlsx": as_xlsx, "xls": as_xls, "ods": as_ods}
