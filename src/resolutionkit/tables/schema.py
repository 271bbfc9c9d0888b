"""Reads a table and holds it to its own rules; the first broken one is named with file, line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resolutionkit.errors import Location, MissingFile, TableError
from resolutionkit.language import _

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Schema:
    """The rules of one table; cells that hold a list have ``|`` between the items.

    >>> Schema(columns=("label", "gloss"), unique="label").columns
    ('label', 'gloss')
    """

    columns: tuple[str, ...]
    """All must be there; others may be there as well."""
    required: tuple[str, ...] = ()
    """Columns whose cells must not be empty."""
    unique: str = ""
    """The column whose values occur once each."""
    parent: str = ""
    """The column that names another row by its ``unique`` value; no row may end up as its own ancestor."""
    lists: tuple[str, ...] = ()
    ids: Mapping[str, str] | None = None
    """Column -> what its ids are ids of, a key of the ``known`` that :func:`read_table` is given."""
    words: Mapping[str, frozenset[str]] | None = None
    """Column -> the values that it may have."""
    whole_numbers: tuple[str, ...] = ()
    paragraphs: str = ""
    """The column that holds labels of paragraphs."""
    quote: str = ""
    """The column whose text must stand in the (first) paragraph of that row, to the letter."""


def read_table(
    source: str | Path,
    schema: Schema,
    *,
    known: Mapping[str, Collection[str]] | None = None,
    texts: Mapping[str, str] | None = None,
) -> list[Row]:
    """Return the rows of a CSV file (comma-separated, UTF-8) that keeps the rules of ``schema``.

    ``known`` gives the ids of other tables, ``texts`` the paragraphs by label, in which quotes are
    looked up. Raises :class:`TableError` with file, line, column and advice for the first rule that a
    row breaks, :class:`MissingFile` where there is no file.

    >>> from resolutionkit.files import data_file
    >>> len(read_table(data_file("glosses.csv"), Schema(("label", "gloss"), unique="label")))
    42
    """
    path = Path(source)
    rows, lines, header = _cells(path)
    table = _Table(path.name, header, rows, lines)
    table.check(schema, known or {}, texts)
    return rows


def _cells(path: Path) -> tuple[list[Row], list[int], list[str]]:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise MissingFile(
            expected=_("A table"),
            found=_("no such file"),
            place=Location(str(path)),
            advice=_("Check the name of the file."),
        ) from None
    except UnicodeDecodeError as error:
        content = error.object[: error.start].decode("utf-8", "replace")
        raise TableError(
            expected=_("A table in UTF-8"),
            found=_("another encoding"),
            place=Location(path.name, content.count("\n") + 1, len(content.rsplit("\n", 1)[-1]) + 1),
            advice=_("Save it as “CSV UTF-8 (comma-separated)”."),
        ) from None
    reader = csv.reader(io.StringIO(content), strict=True)
    rows: list[Row] = []
    lines: list[int] = []
    header: list[str] = []
    start = 1
    try:
        for cells in reader:
            if not header:
                header = cells
            elif cells:
                if len(cells) != len(header):
                    raise TableError(
                        expected=_("{number} cells in each row").format(number=len(header)),
                        found=str(len(cells)),
                        place=Location(path.name, start, min(len(cells), len(header)) + 1, ",".join(cells)[:200]),
                        advice=_(
                            "A cell that contains a comma stands in quotation marks. Semicolons do not part cells here."
                        ),
                    )
                rows.append(dict(zip(header, cells, strict=True)))
                lines.append(start)
            start = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            expected=_("A table with commas between its cells"),
            found=str(error),
            place=Location(path.name, reader.line_num, 1),
            advice=_("Look for a quotation mark that is not closed."),
        ) from None
    return rows, lines, header


@dataclass(slots=True)
class _Table:
    name: str
    header: Sequence[str]
    rows: Sequence[Row]
    lines: Sequence[int]

    def check(self, schema: Schema, known: Mapping[str, Collection[str]], texts: Mapping[str, str] | None) -> None:
        for column in schema.columns:
            if column not in self.header:
                raise TableError(
                    expected=_("A column “{column}”").format(column=column),
                    found=_("the columns ") + ", ".join(self.header),
                    place=Location(self.name, 1, 1),
                    advice=_("Add the column, or correct its name in the first line."),
                )
        for column in (*schema.required, *((schema.unique,) if schema.unique else ())):
            self._each(
                column,
                lambda cell: bool(cell.strip()),
                _("A value"),
                _("Fill the cell."),
            )
        for column in schema.whole_numbers:
            self._each(
                column,
                str.isdecimal,
                _("A whole number"),
                _("Write digits only."),
            )
        if schema.unique:
            self._unique(schema.unique)
        for column, allowed in (schema.words or {}).items():
            expected = _("One of ") + ", ".join(sorted(allowed))
            advice = _("Use one of these.")
            self._each(column, allowed.__contains__, expected, advice)
        for column, kind in (schema.ids or {}).items():
            self._ids(column, set(known.get(kind, ())), column in schema.lists)
        if schema.parent:
            self._ids(schema.parent, {row[schema.unique] for row in self.rows}, many=False)
            self._no_cycle(schema.unique, schema.parent)
        if texts is not None and schema.paragraphs:
            self._ids(schema.paragraphs, set(texts), many=True)
            if schema.quote:
                self._quotes(schema.paragraphs, schema.quote, texts)

    def _each(self, column: str, rule: Callable[[str], bool], expected: str, advice: str) -> None:
        for i, row in enumerate(self.rows):
            if not rule(row[column]):
                raise self._broken(i, column, expected, repr(row[column]), advice)

    def _unique(self, column: str) -> None:
        seen: dict[str, int] = {}
        for i, row in enumerate(self.rows):
            if row[column] in seen:
                first = self.lines[seen[row[column]]]
                raise self._broken(
                    i,
                    column,
                    _("A new value"),
                    _("{row!r}, which stands in line {first} as well").format(row=row[column], first=first),
                    _("Give one of the two another value."),
                )
            seen[row[column]] = i

    def _ids(self, column: str, allowed: set[str], many: bool) -> None:
        for i, row in enumerate(self.rows):
            for item in row[column].split("|") if many else [row[column]]:
                if item and item not in allowed:
                    raise self._broken(
                        i,
                        column,
                        _("An id or label that exists"),
                        repr(item),
                        _("Correct it, or add what it names."),
                    )

    def _no_cycle(self, unique: str, parent: str) -> None:
        above = {row[unique]: row[parent] for row in self.rows}
        for i, row in enumerate(self.rows):
            path = [row[unique]]
            while above.get(path[-1]):
                path.append(above[path[-1]])
                if path[-1] == path[0] or len(path) > len(above):
                    raise self._broken(
                        i,
                        parent,
                        _("No circle"),
                        " → ".join(path[:8]),
                        _("Empty one of these cells."),
                    )

    def _quotes(self, paragraphs: str, quote: str, texts: Mapping[str, str]) -> None:
        for i, row in enumerate(self.rows):
            labels = [label for label in row[paragraphs].split("|") if label]
            if row[quote] and not any(row[quote] in texts[label] for label in labels):
                raise self._broken(
                    i,
                    quote,
                    _("A quote from ") + ", ".join(labels),
                    repr(row[quote][:80]),
                    _("Copy the words from that paragraph, to the letter."),
                )

    def _broken(self, i: int, column: str, expected: str, found: str, advice: str) -> TableError:
        place = Location(
            self.name + _(", column “{column}”").format(column=column),
            self.lines[i],
            list(self.header).index(column) + 1,
        )
        return TableError(expected=expected, found=found, place=place, advice=advice)
