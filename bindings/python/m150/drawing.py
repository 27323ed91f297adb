"""The network of brokers() as a picture and as a graph for other programs. Whatever comes from a record is escaped."""

from __future__ import annotations

import math
import re
from html import escape
from xml.etree import ElementTree

from . import _core, errors

_MARGIN = 24.0
_NAMED = 8  # municipalities with their name beside them
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _place(result: _core.Brokers, width: int) -> tuple[dict[str, tuple[float, float]], float]:
    """Where each municipality is drawn, and how high the picture is. Those without a location stand in rows below it."""
    located = {one.municipality: one.location for one in result.municipalities if one.location is not None}
    places: dict[str, tuple[float, float]] = {}
    bottom = _MARGIN
    if located:
        norths = [north for north, _ in located.values()]
        easts = [east for _, east in located.values()]
        squeeze = math.cos(math.radians((min(norths) + max(norths)) / 2))  # a degree east is shorter than one north
        spread = max((max(easts) - min(easts)) * squeeze, 1e-9)
        scale = min((width - 2 * _MARGIN) / spread, 1.6 * width / max(max(norths) - min(norths), 1e-9))
        for code, (north, east) in located.items():
            places[code] = (_MARGIN + (east - min(easts)) * squeeze * scale, _MARGIN + (max(norths) - north) * scale)
        bottom += (max(norths) - min(norths)) * scale + _MARGIN
    step = 14.0
    row = max(1, int((width - 2 * _MARGIN) / step))
    elsewhere = [one.municipality for one in result.municipalities if one.municipality not in places]
    for number, code in enumerate(elsewhere):
        places[code] = (_MARGIN + step * (number % row), bottom + step * (number // row))
    rows = -(-len(elsewhere) // row)
    return places, bottom + step * rows + (_MARGIN if elsewhere else 0.0)


def brokers_svg(result: _core.Brokers, width: int = 720) -> str:
    """Municipalities where they lie, the more between others the larger, those without a tie hollow; lines are ties."""
    if not 200 <= width <= 4000:
        problem = _core.Problem(where="to_svg, width", what=f"is {width}", expected="200 to 4000 pixels", advice="")
        raise errors.InvalidInput(str(problem), [problem])
    places, height = _place(result, width)
    largest = max((one.betweenness for one in result.municipalities), default=0.0)
    lines, dots, names = [], [], []
    for tie in result.ties:
        (x1, y1), (x2, y2) = places[tie.a], places[tie.b]
        thick = 0.5 + 0.5 * min(6, tie.contacts + tie.working_groups)
        lines.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke-width="{thick:.1f}"/>')
    for number, one in enumerate(result.municipalities):
        x, y = places[one.municipality]
        share = one.betweenness / largest if largest > 0 else 0.0
        look = "#1a6fb0" if one.degree else "none"
        title = f"{_clean(one.name)}: {one.degree} banden, tussen anderen {one.betweenness:.3f}"
        dots.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2.0 + 9.0 * math.sqrt(share):.1f}" fill="{look}">'
            f"<title>{escape(title)}</title></circle>"
        )
        if number < _NAMED and one.betweenness > 0:
            names.append(f'<text x="{x + 4 + 9 * math.sqrt(share):.1f}" y="{y + 4:.1f}">{escape(_clean(one.name))}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height:.0f}" viewBox="0 0 {width} {height:.0f}" role="img">'
        "<title>Banden tussen gemeenten</title>"
        f'<g stroke="#888" stroke-opacity="0.5">{"".join(lines)}</g>'
        f'<g stroke="#1a6fb0" fill-opacity="0.8">{"".join(dots)}</g>'
        f'<g font-family="sans-serif" font-size="12" fill="#222">{"".join(names)}</g></svg>'
    )


def brokers_graphml(result: _core.Brokers) -> str:
    """Nodes with name, betweenness, degree, component and pieces; edges with contacts, working_groups, border and last."""
    root = ElementTree.Element("graphml", xmlns=_NAMESPACE)
    node_keys = {"name": "string", "betweenness": "double", "degree": "int", "component": "int", "pieces": "int", "latitude": "double", "longitude": "double"}
    edge_keys = {"contacts": "int", "working_groups": "int", "border": "boolean", "last": "string"}
    for kind, keys in (("node", node_keys), ("edge", edge_keys)):
        for name, type_ in keys.items():
            ElementTree.SubElement(root, "key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": type_})
    graph = ElementTree.SubElement(root, "graph", id="brokers", edgedefault="undirected")

    def data(element: ElementTree.Element, kind: str, values: dict[str, object]) -> None:
        for name, value in values.items():
            if value is not None:
                text = str(value).lower() if isinstance(value, bool) else str(value)
                ElementTree.SubElement(element, "data", key=f"{kind}-{name}").text = text

    for one in result.municipalities:
        north, east = one.location or (None, None)
        node = ElementTree.SubElement(graph, "node", id=one.municipality)
        data(
            node,
            "node",
            {"name": _clean(one.name), "betweenness": one.betweenness, "degree": one.degree, "component": one.component, "pieces": one.pieces, "latitude": north, "longitude": east},
        )  # fmt: skip
    for tie in result.ties:
        edge = ElementTree.SubElement(graph, "edge", source=tie.a, target=tie.b)
        last = None if tie.last is None else tie.last.isoformat()
        data(edge, "edge", {"contacts": tie.contacts, "working_groups": tie.working_groups, "border": tie.border, "last": last})
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
