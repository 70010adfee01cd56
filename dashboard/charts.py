"""Figures of view-models, as plain traces: no map, so nothing is fetched from the internet."""

from html import escape

import plotly.graph_objects as go

from dashboard.views.tiles import Square, TileMap

_INK = "#1F2328"
_FONT = '"Source Sans", sans-serif'
# Fonts that draw all the marks of the states; others lose the rim of the half circle.
_MARKS = "Segoe UI Symbol, DejaVu Sans, Noto Sans Symbols2, sans-serif"
_ROW_PIXELS = 70
_SIDE = 0.94


def tile_figure(tiles: TileMap, chosen: str | None) -> go.Figure:
    """Bars, because a bar keeps its shape at every width and can be pointed at and selected."""
    return go.Figure(data=[_bars(tiles.squares, chosen)], layout=_layout(tiles))


def _bars(squares: tuple[Square, ...], chosen: str | None) -> go.Bar:
    asked = [at for at, square in enumerate(squares) if square.unit == chosen]
    return go.Bar(
        x=[square.column for square in squares],
        base=[square.row - _SIDE / 2 for square in squares],
        y=[_SIDE] * len(squares),
        width=_SIDE,
        customdata=[[square.unit] for square in squares],
        hovertext=[escape(square.sentence) for square in squares],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={
            "color": [square.state.ground for square in squares],
            "line": {"color": [square.state.ink for square in squares], "width": 1},
            "cornerradius": 4,
        },
        selectedpoints=asked or None,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.45}},
    )


def _words(square: Square) -> dict[str, object]:
    """An annotation: unlike a trace's text it does not fade when another tile is selected."""
    return {
        "x": square.column - _SIDE / 2,
        "y": square.row - _SIDE / 2,
        "xshift": 3,
        "yshift": -2,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "text": _label(square),
        "font": {"color": square.state.ink, "size": 12},
    }


def _label(square: Square) -> str:
    name = "<br>".join(escape(line) for line in square.lines)
    mark = f"<span style='font-family:{_MARKS}'>{square.state.mark}</span>"
    return f"<b>{name}</b><br>{mark} {escape(square.state.word)}"


def _layout(tiles: TileMap) -> dict[str, object]:
    hidden = {"visible": False, "fixedrange": True}
    return {
        # Empty: whichever template was loaded last would travel with every map, unused.
        "template": {},
        "height": round(tiles.rows * _ROW_PIXELS),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "xaxis": hidden | {"range": [-0.5, tiles.columns - 0.5]},
        "yaxis": hidden | {"range": [tiles.rows - 0.5, -0.5]},
        "annotations": [_words(square) for square in tiles.squares],
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "clickmode": "event+select",
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "font": {"family": _FONT, "color": _INK},
        "hoverlabel": {
            "bgcolor": "white",
            "bordercolor": "#DEDAD2",
            "font": {"family": _FONT, "size": 14, "color": _INK},
            "align": "left",
        },
    }
