"""The drafting workbench as a learner meets it: JupyterLab in Chromium, mouse, keyboard, clipboard and all."""

from __future__ import annotations

import pytest

from resolutionkit.document.bundled import load

DRAFT = """\
The General Assembly,

Recalling its resolution 75/10 of 23 November 2020.

1. Urges Member States to act;

2. Decides to remain seized of the matter.
"""
MANY = """\
The General Assembly,

Recalling its resolution 75/10 of 23 November 2020.

Noting with appreciation, the cooperation between the UN and INTERPOL

recalls also its resolution 71/19.

Convinced that terrorism is bad;

1. Urge Member States to act,

2. Request the Secretary General to report:

3. Calls upon all states to utilise the databases.

5. Decides to remain seized of the matter
"""
HARMFUL = [
    "<script>alert('script')</script>",
    "<img src=x onerror=alert('image')>",
    "<img src='https://example.org/seen.png'>",
    "<svg onload=alert('svg')>",
    "</textarea><script>alert('out')</script>",
    "<a href='javascript:alert(1)'>here</a>",
    "<style>body{display:none}</style>",
]
WIDGET = "from resolutionkit.widgets import workbench; workbench({!r}{})"


@pytest.fixture
def bench(tab):
    """Show a workbench on a file, and return the page."""

    def show(file: str, more: str = ""):
        page = tab.show(WIDGET.format(file, more))
        page.wait_for_selector(".rk-bench textarea")
        return page

    return show


@pytest.fixture
def dialogs(tab):
    """What asked the learner something: nothing in a draft may."""
    seen: list[str] = []

    def note(dialog):
        seen.append(dialog.message)
        dialog.dismiss()

    tab.page.on("dialog", note)
    yield seen
    tab.page.remove_listener("dialog", note)


def paste(page, text: str, markup: str = "") -> None:
    """Paste into the editor as Ctrl+V does: text and, from Word or a browser, HTML."""
    page.locator(".rk-bench textarea").focus()
    page.evaluate(
        """([text, markup]) => {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            if (markup) data.setData('text/html', markup);
            const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
            if (document.activeElement.dispatchEvent(event)) document.execCommand('insertText', false, text);
        }""",
        [text, markup],
    )


def two_hundred_paragraphs() -> str:
    """75/10 again and again, 200 paragraphs in all, with a mistake in the last."""
    preamble = [p.text for p in load().preamble]
    operative = [p.text.rstrip(".;") for p in load().operative]
    blocks = ["Die Generalversammlung,", *(preamble[i % len(preamble)] for i in range(100))]
    blocks += [f"{i + 1}. {operative[i % len(operative)]};" for i in range(100)]
    return "\n\n".join(blocks)


def value(page) -> str:
    return page.locator(".rk-bench textarea").input_value()


def test_findings_and_preview_follow_what_is_typed(bench, tab):
    page = bench("typed.md")
    page.locator(".rk-bench textarea").focus()
    page.keyboard.type(DRAFT, delay=1)
    page.wait_for_selector(".rk-finding:has-text('A preambular paragraph ends with a comma')")
    page.wait_for_selector(".rk-count p:text-is('1 error')")
    page.wait_for_selector(".rk-preview em:has-text('Urges')")
    ink = page.locator(".rk-preview em:has-text('Urges')").evaluate("letters => getComputedStyle(letters).color")
    assert not ink.endswith(", 0)"), "the preview is as transparent as the text below the marks"
    assert page.locator(".rk-back .rk-text .rk-error").inner_text() == "."
    assert value(page) == DRAFT
    page.wait_for_selector(".rk-status:has-text('Saved in')")
    assert tab.faults == []


def test_marks_lie_under_the_letters_that_they_concern(bench):
    page = bench("marks.md", f", start={DRAFT!r}")
    sizes = page.evaluate(
        """() => {
            const under = document.querySelector('.rk-text'), over = document.querySelector('.rk-paper textarea');
            const [a, b] = [under, over].map(e => e.getBoundingClientRect());
            const look = ['fontFamily', 'fontSize', 'lineHeight', 'paddingLeft', 'paddingTop', 'letterSpacing', 'tabSize'];
            const [s, t] = [under, over].map(e => getComputedStyle(e));
            return [a.left - b.left, a.top - b.top, a.width - b.width, look.filter(name => s[name] !== t[name])];
        }"""
    )
    assert [round(x) for x in sizes[:3]] == [0, 0, 0]
    assert sizes[3] == []


@pytest.mark.parametrize("start", ["", "75/10"], ids=["blank", "long"])
def test_the_text_is_there_wherever_the_sheet_is_scrolled(bench, start):
    page = bench(f"scrolled-{len(start)}.md", f", start={start!r}")
    page.wait_for_selector(".rk-text", state="attached")
    sheet, letters, copy = page.evaluate(
        """() => {
            const sheet = document.querySelector('.rk-sheet'), letters = document.querySelector('.rk-paper textarea');
            return [sheet.clientHeight, letters.clientHeight, document.querySelector('.rk-text').offsetHeight];
        }"""
    )
    assert letters == max(
        sheet, copy
    )  # a shorter one shows nothing at the end of the text, a longer one scrolls in vain
    assert (copy > 5 * sheet) == bool(start)
    here = page.evaluate(
        """() => {
            const sheet = document.querySelector('.rk-sheet'), edge = sheet.getBoundingClientRect();
            sheet.scrollTop = sheet.scrollHeight;
            return document.elementFromPoint(edge.left + 50, edge.bottom - 50).tagName;
        }"""
    )
    assert here == "TEXTAREA"


def test_many_findings_are_in_sight_and_the_chosen_one_stays_there(bench):
    page = bench("many.md", f", start={MANY!r}")
    assert page.locator(".rk-finding").count() > 8
    in_sight = """chosen => {
        const list = document.querySelector('.rk-list').getBoundingClientRect();
        return [...document.querySelectorAll('.rk-finding' + chosen)].map(row => row.getBoundingClientRect())
            .filter(row => row.top >= list.top && row.bottom <= list.bottom).length;
    }"""
    assert page.evaluate(in_sight, "") >= 5
    assert page.locator(".rk-preview").bounding_box()["height"] > 100
    height = page.locator(".rk-columns").bounding_box()["height"]
    page.locator(".rk-finding").last.click()
    for _ in range(4):
        page.wait_for_function(f"({in_sight})('.rk-chosen') === 1")
        assert page.locator(".rk-columns").bounding_box()["height"] < height + 40  # nothing below jumps away
        before = page.locator(".rk-list .rk-chosen").inner_text()
        page.click(".rk-panel button:text-is('Next finding')")
        page.wait_for_function(  # while the list is being drawn again there is none
            "words => ![null, words].includes(document.querySelector('.rk-chosen')?.innerText ?? null)", arg=before
        )
    page.click(".rk-panel button:text-is('Close')")
    page.wait_for_selector(".rk-preview em:has-text('Decides')")


def test_a_restarted_kernel_gives_the_text_back(bench, tab):
    page = bench("again.md")
    page.locator(".rk-bench textarea").focus()
    page.keyboard.type("Recalling what I wrote")
    page.wait_for_selector(".rk-status:has-text('Saved in')")
    page.wait_for_selector(".rk-cut", state="hidden")
    page.evaluate("async () => { await window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart() }")
    tab.wait_for_kernel()
    page.wait_for_selector(
        ".rk-cut:has-text('Nothing is being saved')", timeout=5000
    )  # what is typed now is heard by nobody
    tab.run_all()
    page.wait_for_selector(".rk-status:has-text('is here again')")
    page.wait_for_selector(".rk-cut", state="hidden")
    assert value(page) == "Recalling what I wrote"


def test_a_kernel_without_time_is_told_beside_the_text_and_what_was_typed_is_saved_later(tab):
    busy = "import asyncio, time; _ = asyncio.get_running_loop().call_later(4, time.sleep, 9)"
    page = tab.show(busy, WIDGET.format("busy.md", ""))
    page.wait_for_selector(".rk-bench textarea")
    page.wait_for_timeout(4500)
    page.locator(".rk-bench textarea").focus()
    page.keyboard.type("Recalling what nobody hears")
    page.wait_for_selector(".rk-cut", timeout=5000)
    sheet, note = (page.locator(css).bounding_box() for css in (".rk-sheet", ".rk-cut"))
    assert sheet["y"] < note["y"] < note["y"] + note["height"] <= sheet["y"] + sheet["height"] + 1
    page.wait_for_selector(".rk-status:has-text('Saved in')", timeout=20000)
    page.wait_for_selector(".rk-cut", state="hidden")
    assert tab.faults == []


def test_one_click_mends_a_finding(bench, tab):
    page = bench("click.md", f", start={DRAFT!r}")
    page.click(".rk-mend:text-is('Write “,”')")
    page.wait_for_selector(".rk-count:has-text('Nothing to remark')")
    assert value(page) == DRAFT.replace("2020.", "2020,")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"  # no key becomes a command of the notebook
    assert tab.faults == []


def test_a_finding_is_chosen_and_mended_with_the_keyboard_alone(bench, tab):
    page = bench("keys.md", f", start={DRAFT!r}")
    page.locator(".rk-finding").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".rk-text .rk-here")
    page.wait_for_function("document.activeElement.value === '23 November 2020.'")
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    page.keyboard.type(",")
    page.keyboard.press("Enter")
    page.wait_for_selector(".rk-count:has-text('Nothing to remark')")
    page.wait_for_selector(".rk-panel:has-text('Settled')")
    assert value(page) == DRAFT.replace("2020.", "2020,")
    assert page.locator(".jp-Notebook .jp-Cell").count() == 1  # no key became a command of the notebook
    assert tab.faults == []


def test_a_paragraph_is_put_in_with_the_keyboard_alone(bench, tab):
    page = bench("phrase.md", f", start={DRAFT!r}")
    page.locator(".rk-phrases button", has_text="Operative part").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("input[placeholder='at the end of the operative part']")
    page.locator(".rk-phrases input").nth(0).focus()
    page.keyboard.type("Requests")
    page.keyboard.press("Tab")
    page.keyboard.type("the Secretary-General to report")
    page.keyboard.press("Tab")  # past the set phrases and names
    page.keyboard.press("Tab")
    page.keyboard.type("after OP1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".rk-text .rk-here")
    assert "\n\n2. *Requests* the Secretary-General to report;\n\n3. Decides to remain" in value(page)
    assert page.locator(".jp-Notebook .jp-Cell").count() == 1
    assert tab.faults == []


def test_a_draft_of_two_hundred_paragraphs_is_pasted_and_written_on(bench, tab):
    page = bench("long.md")
    text = two_hundred_paragraphs()
    paste(page, text)
    page.wait_for_selector(".rk-finding:has-text('OP100')")
    page.keyboard.press("Control+End")
    page.keyboard.type("\n\n101. beschließt, mit der Angelegenheit befasst zu bleiben.")
    page.wait_for_selector(".rk-preview .rk-label:text-is('OP101')")
    assert value(page).endswith(";\n\n101. beschließt, mit der Angelegenheit befasst zu bleiben.")
    assert tab.faults == []


def test_a_finding_far_below_is_brought_into_sight(bench):
    page = bench("far.md")
    paste(page, two_hundred_paragraphs())
    last = page.locator(".rk-finding:has-text('OP100')")
    last.wait_for()
    page.keyboard.press("Control+Home")
    page.wait_for_function("document.querySelector('.rk-sheet')?.scrollTop < 100")
    last.click()
    page.wait_for_function(
        """() => {
            const sheet = document.querySelector('.rk-sheet').getBoundingClientRect();
            const mark = document.querySelector('.rk-here')?.getBoundingClientRect();
            return mark && mark.top > sheet.top && mark.bottom < sheet.bottom;
        }"""
    )
    page.wait_for_function("document.querySelector('.rk-sheet')?.classList.contains('rk-snap') === false")
    page.evaluate("document.querySelector('.rk-sheet').scrollTop = 0")  # and it can be scrolled away again
    page.wait_for_function("document.querySelector('.rk-sheet')?.scrollTop === 0")


def test_pasted_markup_stays_text(bench, tab, dialogs):
    page = bench("harmless.md")
    text = DRAFT.replace("Member States", " ".join(HARMFUL)).replace("seized", " ".join(HARMFUL))
    paste(page, text, markup=text)
    page.wait_for_selector(".rk-preview em:has-text('Urges')")
    page.wait_for_selector(".rk-finding")
    page.locator(".rk-finding").first.click()
    page.wait_for_selector(".rk-panel mark")
    assert value(page) == text
    shown = page.locator(".rk-preview").inner_text()
    assert {harmful: shown.count(harmful) for harmful in HARMFUL} == dict.fromkeys(HARMFUL, 2)
    assert (dialogs, tab.elsewhere, tab.faults) == ([], [], [])


def test_text_from_word_is_read_line_by_line(bench, tab):
    page = bench("word.md")
    paste(
        page,
        "The General Assembly,\x0bRecalling its resolution\xa075/10 of 23\xa0November 2020 on “cooperation”,\n\n"
        "1.\tUrges Member States to act;\n\n2.\tDecides to remain seized of the matter.\n",
        markup="<p class=MsoNormal>The General Assembly,<br>Recalling …</p>",
    )
    page.wait_for_selector(".rk-count:has-text('Nothing to remark')")
    page.wait_for_selector(".rk-preview .rk-label:text-is('OP2')")
    assert tab.faults == []


def test_a_copy_in_word_can_be_fetched_from_beside_the_notebook(tab):
    page = tab.show(WIDGET.format("copy.md", f", start={DRAFT!r}"))
    page.click(".rk-line button:text-is('Word')")
    with page.expect_download() as fetched:
        page.click(".rk-exported a")
    assert fetched.value.suggested_filename == "copy.docx"
    assert tab.faults == []


def test_it_speaks_german(bench, tab):
    page = bench("deutsch.md", ", language='de'")
    page.click(".rk-line button:text-is('Vorlage, deutsch')")
    page.wait_for_selector(".rk-count:has-text('Nichts anzumerken')")
    page.locator(".rk-bench textarea").focus()
    page.keyboard.press("Control+End")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.wait_for_selector(".rk-finding:has-text('Fehler · OP4')")
    page.wait_for_selector(".rk-status:has-text('Gespeichert in')")
    assert tab.faults == []


def test_nobody_stumbles_who_listens_or_sees_little(bench, tab):
    """axe-core looks at names, roles and contrasts, in the light and the dark theme."""
    from axe_playwright_python.sync_playwright import Axe

    page = bench("axe.md", f", start={DRAFT!r}")
    page.locator(".rk-finding").first.click()
    page.wait_for_selector(".rk-text .rk-here")
    found = {}
    for theme in ("light", "dark"):
        tab.choose_theme(theme)
        violations = Axe().run(page, context=".rk-bench").response["violations"]
        found[theme] = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in violations]
    assert found == {"light": [], "dark": []}


@pytest.mark.parametrize(("width", "zoom"), [(1280, 1.0), (1280, 2.0), (700, 1.0)])
def test_nothing_sticks_out(bench, tab, width, zoom):
    tab.page.set_viewport_size({"width": width, "height": 800})
    tab.page.evaluate(f"document.body.style.zoom = {zoom}")
    page = bench("layout.md", f", start={DRAFT!r}")
    page.locator(".rk-finding").first.click()
    page.wait_for_selector(".rk-text .rk-here")
    sticking_out = page.evaluate(
        """() => {
            const bench = document.querySelector('.rk-bench'), right = bench.getBoundingClientRect().right + 1;
            return [...bench.querySelectorAll('button, input, textarea, .rk-preview, .rk-list')]
                .filter(e => e.offsetParent && e.getBoundingClientRect().right > right).map(e => e.outerHTML.slice(0, 80));
        }"""
    )
    assert sticking_out == []


def test_a_replacement_that_is_one_long_word_is_read_whole(bench):
    page = bench("word-long.md", ", start='Die Generalversammlung\\n\\nbetonend, dass es eilt,', language='de'")
    mend = page.locator(".rk-mend:has-text('„Generalversammlung,“ schreiben')")
    assert mend.evaluate("button => button.scrollWidth <= button.clientWidth + 1")


BASE = "from resolutionkit.drafting.negotiation import starting_draft\n" + WIDGET.format(
    "base.md", ", base=starting_draft('en')"
)


def test_a_base_text_is_amended_by_keyboard_alone(tab):
    from axe_playwright_python.sync_playwright import Axe

    page = tab.show(BASE)
    page.wait_for_selector(".rk-amending .jupyter-button:has-text('OP4 · ')")
    assert not Axe().run(page, context=".rk-bench").response["violations"]
    page.locator(".rk-amending .jupyter-button:has-text('OP4 · ')").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".rk-amending .rk-chosen:has-text('OP4')")
    for _ in range(20):  # on with Tab, over the other paragraphs and the fields, to the button
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Delete it":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".rk-preview .rk-dropped:has-text('publish every year a list')")
    assert "publish every year a list" not in page.locator(".rk-paper textarea").input_value()
    assert page.evaluate("document.activeElement.innerText") == "Delete it"
