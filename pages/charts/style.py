"""What every chart shares: id-ID separators, calm lines, colours that read on the light and the dark theme."""

import plotly.graph_objects as go

# Eight hues, told apart also by colour-blind readers (after Okabe and Ito), each ≥ 3:1 on both backgrounds.
PALETTE = ("#2f7fb8", "#c8691c", "#2b9270", "#a8609a", "#8a8d1f", "#c2554d", "#6d7fd1", "#7a7f87")
GRID = "rgba(127, 138, 153, 0.25)"


def figure(title: str = "", *, height: int = 360) -> go.Figure:
    """An empty figure with our layout: id-ID separators, no background of its own, the legend above the plot."""
    chart = go.Figure()
    chart.update_layout(
        title={"text": title, "x": 0, "xanchor": "left", "font": {"size": 15}} if title else None,
        separators=",.",
        height=height,
        margin={"l": 8, "r": 8, "t": 64 if title else 32, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=PALETTE,
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.0, "x": 0},
        hoverlabel={"align": "left", "namelength": -1},
        dragmode=False,
    )
    chart.update_xaxes(gridcolor=GRID, zerolinecolor=GRID, automargin=True)
    chart.update_yaxes(gridcolor=GRID, zerolinecolor=GRID, automargin=True)
    return chart
