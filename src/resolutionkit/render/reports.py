"""What the kit found in a draft, and what a reader had to decide, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolutionkit.language import language as user_language
from resolutionkit.language import say
from resolutionkit.model import Decision, Finding, Resolution
from resolutionkit.render.inline import escape, table_row
from resolutionkit.render.style import wrapped


def findings_html(findings: Sequence[Finding]) -> str:
    """Return findings as a list: kind (in a word and a sign, never by colour alone), place, message, advice.

    >>> shown = findings_html([Finding("UN103", "error", "PP1", (0, 1), "Ends with a full stop.", "Use a comma.")])
    >>> "Error" in shown, "Use a comma." in shown
    (True, True)
    """
    if not findings:
        said = say(en="Nothing to remark.", de="Nichts anzumerken.")
        return _report(f'<p><span aria-hidden="true">✓ </span>{said}</p>')
    items = "".join(f'<li class="rk-{_kind(f)}" style="margin-bottom:.8em">{_finding(f)}</li>' for f in findings)
    return _report(f'<p>{_count(findings)}</p><ul role="list" style="list-style:none;padding:0">{items}</ul>')


def decisions_html(resolution: Resolution) -> str:
    """Return as a table what the reader had to decide because the source left it open.

    A row a decision: the paragraph, the line of the source (from 1), what was decided, the words.

    >>> decisions_html(Resolution()).count("<table")
    0
    >>> decisions_html(Resolution(decisions=(Decision("hyphen", 3, "PP1", "Men- | schen"),))).count("<tr>")
    2
    """
    decisions = list(_decisions(resolution))
    if not decisions:
        said = say(
            en="Nothing had to be decided: the source says everything.",
            de="Es war nichts zu entscheiden: Die Quelle sagt alles.",
        )
        return _report(f"<p>{said}</p>")
    heads = (
        say(en="Paragraph", de="Absatz"),
        say(en="Line", de="Zeile"),
        say(en="What was decided", de="Was entschieden wurde"),
        say(en="Words concerned", de="Betroffene Wörter"),
    )
    rows = "".join(table_row(_cells(decision, resolution.language)) for decision in decisions)
    caption = say(
        en="What the reader had to decide because the source left it open",
        de="Was beim Einlesen zu entscheiden war, weil die Quelle es offenließ",
    )
    return _report(
        f"<table><caption>{caption}</caption><thead>{table_row(heads, head=True)}</thead><tbody>{rows}</tbody></table>"
    )


def _report(inside: str) -> str:
    return wrapped(inside, language=user_language(), labels=False, css="rk-report")


def _kind(finding: Finding) -> str:
    return "error" if finding.severity == "error" else "hint"


def _finding(finding: Finding) -> str:
    sign, name = {
        "error": ("✗", say(en="Error", de="Fehler")),
        "hint": ("☞", say(en="Hint", de="Hinweis")),
    }[_kind(finding)]
    place = f" · <bdi>{escape(finding.label)}</bdi>" if finding.label else ""
    advice = f"<br><bdi>{escape(finding.advice)}</bdi>" if finding.advice else ""
    return (
        f'<b><span aria-hidden="true">{sign} </span>{name}{place}</b> <small>{escape(finding.code)}</small><br>'
        f"<bdi>{escape(finding.message)}</bdi>{advice}"
    )


def _count(findings: Sequence[Finding]) -> str:
    errors = sum(1 for f in findings if _kind(f) == "error")
    hints = len(findings) - errors
    told = []
    if errors:
        told.append(say(en=f"{errors} error{'s' * (errors > 1)}", de=f"{errors} Fehler"))
    if hints:
        told.append(say(en=f"{hints} hint{'s' * (hints > 1)}", de=f"{hints} Hinweis{'e' * (hints > 1)}"))
    return ", ".join(told)


def _decisions(resolution: Resolution) -> Iterator[Decision]:
    yield from resolution.decisions
    for part in resolution.parts:
        yield from _decisions(part)


def _cells(decision: Decision, language: str) -> tuple[str, ...]:
    said = {
        "page-break": say(
            en="a paragraph that a page break had cut was joined again, at the sign |",
            de="ein durch einen Seitenumbruch getrennter Absatz wurde am Zeichen | wieder zusammengefügt",
        ),
        "hyphen": say(
            en="a hyphen at the end of a line, at the sign |: kept or taken out",
            de="ein Trennstrich am Zeilenende, am Zeichen |: behalten oder entfernt",
        ),
        "footnote-mark": say(
            en="a plain digit was read as a footnote mark", de="eine einfache Ziffer wurde als Fußnotenzeichen gelesen"
        ),
        "footnote-without-mark": say(
            en="a footnote without a mark in the text was kept",
            de="eine Fußnote ohne Zeichen im Text wurde behalten",
        ),
        "lost-number": say(
            en="a paragraph without a number was read as operative",
            de="ein Absatz ohne Nummer wurde als operativ gelesen",
        ),
        "numbering": say(
            en="every paragraph had the number 1, as Markdown allows; they were counted",
            de="alle Absätze trugen die Nummer 1, wie es Markdown erlaubt; sie wurden gezählt",
        ),
        "bullet": say(
            en="bullets were read as sub-paragraphs (a), (b), (c)",
            de="Aufzählungspunkte wurden als Unterabsätze a), b), c) gelesen",
        ),
        "control-character": say(
            en="an invisible character was taken out", de="ein unsichtbares Zeichen wurde entfernt"
        ),
    }.get(decision.kind, escape(decision.kind))
    words = f'<span lang="{escape(language)}">{escape(decision.detail)}</span>' if decision.detail else ""
    return escape(decision.label) or "–", str(decision.line), said, words
