"""The sample's units, tiles and accounts."""

from itertools import permutations

from data_access.accounts import Role
from sample_data import catalogue, tables

# Longitude and latitude of the districts' centroids, in hundredths of a degree.
CENTROIDS = {
    "522": (10884, 1516),
    "524": (10876, 1531),
    "525": (10844, 1521),
    "527": (10870, 1520),
    "528": (10874, 1509),
    "529": (10852, 1499),
    "530": (10836, 1497),
    "531": (10867, 1495),
    "532": (10878, 1498),
    "533": (10888, 1496),
    "534": (10896, 1478),
    "535": (10870, 1473),
    "536": (10912, 1538),
}
RANKED_KIND = "ban-chi-dao-huyen"


def test_fourteen_committees_are_ranked_in_one_group() -> None:
    table = tables.criteria()
    ranked = [unit for unit in catalogue.units() if table.ranks(unit.kind)]
    assert len(ranked) == 14
    assert {unit.group for unit in ranked} == {"Huyện, thị, thành ủy và đảng ủy trực thuộc"}


def test_the_districts_carry_their_official_codes() -> None:
    codes = {unit.code for unit in catalogue.units() if unit.kind == RANKED_KIND}
    assert codes == CENTROIDS.keys() | {"DUK"}


def test_every_parent_is_a_unit() -> None:
    units = catalogue.units()
    assert {unit.parent for unit in units} - {None} <= {unit.code for unit in units}


def test_every_ranked_unit_has_a_tile_of_its_own() -> None:
    tiles = catalogue.tiles()
    assert {tile.unit for tile in tiles} == CENTROIDS.keys() | {"DUK"}
    assert len({(tile.row, tile.column) for tile in tiles}) == len(tiles)


def test_tiles_never_turn_the_compass_around() -> None:
    cells = {tile.unit: tile for tile in catalogue.tiles()}
    for one, other in permutations(CENTROIDS, 2):
        (one_east, one_north), (other_east, other_north) = CENTROIDS[one], CENTROIDS[other]
        if cells[one].column < cells[other].column:
            assert one_east < other_east, (one, other)
        if cells[one].row < cells[other].row:
            assert one_north > other_north, (one, other)


def test_the_committee_without_territory_stands_apart() -> None:
    tiles = {tile.unit: tile for tile in catalogue.tiles()}
    lowest = max(tile.row for code, tile in tiles.items() if code != "DUK")
    assert tiles["DUK"].row > lowest + 1


def test_every_ranked_unit_can_sign_in() -> None:
    accounts = catalogue.accounts()
    assert CENTROIDS.keys() | {"DUK"} <= {account.unit for account in accounts}
    assert {account.role for account in accounts} == set(Role)
    assert len({account.user for account in accounts}) == len(accounts)
    assert all(account.user.isascii() for account in accounts)
