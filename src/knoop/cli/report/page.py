"""The report: one HTML file that needs nothing else, to read, print and hand on."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from knoop.cli.report.blocks import SMALLEST_GROUP, SMALLEST_SIDE, blocks_of
from knoop.cli.report.candidates import listings, note
from knoop.cli.report.drawing import draw
from knoop.cli.report.figures import PERSON_COLUMNS, organisation_rows, people_rows, stage_rows
from knoop.cli.report.history import history_of
from knoop.cli.report.reach import reach_of
from knoop.cli.report.resilience import resilience_of
from knoop.cli.report.rests import facts
from knoop.cli.report.silos import silo_said
from knoop.cli.report.speed import unit_speed
from knoop.cli.report.steps import steps_of, steps_said
from knoop.cli.report.story import headline, period, possible_stages, sentences, stage_doubt
from knoop.cli.report.wording import Wording
from knoop.network import Analysis

MOST_OPEN_ROWS = 60
MOST_BRIDGES_LISTED = 12
MOST_OPEN_CANDIDATES = 24


def render_report(
    analysis: Analysis, wording: Wording, *, title: str, left_out: Sequence[str], with_names: bool
) -> str:
    """The page as text. People appear by code unless `with_names`; groups below ten people are joined."""
    pages = Environment(
        loader=PackageLoader("knoop.cli.report", "."),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found = blocks_of(analysis, wording)
    style, _, _ = pages.loader.get_source(pages, "report.css") if pages.loader else ("", None, None)
    return pages.get_template(
        "report.html"
    ).render(
        say=wording,
        style=Markup(style),  # noqa: S704 - our own file
        title=title,
        period=period(analysis, wording),
        headline=headline(analysis, wording),
        sentences=sentences(analysis, wording),
        analysis=analysis,
        blocks=found,
        smallest=SMALLEST_GROUP,
        smallest_side=SMALLEST_SIDE,
        **_told(analysis, wording),
        listed=found.bridges[:MOST_BRIDGES_LISTED],
        drawing=draw(found),
        organisation=organisation_rows(analysis, wording),
        stage_doubt=stage_doubt(analysis, wording),
        possible=possible_stages(analysis),
        candidates_note=note(wording, with_names=with_names),
        listings=listings(analysis, wording, with_names=with_names),
        most_open=MOST_OPEN_CANDIDATES,
        stage_rows=stage_rows(analysis, wording),
        columns=[column for column, _ in PERSON_COLUMNS],
        people=people_rows(analysis, wording, with_names=with_names),
        with_names=with_names,
        folded=len(analysis.people) > MOST_OPEN_ROWS,
        cautions=[wording.caution(caution) for caution in analysis.cautions],
        left_out=left_out,
    )


def _told(analysis: Analysis, wording: Wording) -> dict[str, object]:
    """The sections that have a sentence of their own, and what stands below it."""
    return {
        "history": history_of(analysis, wording),
        "steps": steps_of(analysis, wording),
        "steps_said": steps_said(analysis, wording),
        "silo_said": silo_said(analysis, wording),
        "speed": unit_speed(analysis, wording),
        "resilience": resilience_of(analysis, wording),
        "reach": reach_of(analysis, wording),
        "facts": facts(analysis, wording),
    }
