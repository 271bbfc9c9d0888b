"""axe-core looks at what the kit itself shows, in the light and the dark theme: nothing serious may be wrong."""

from __future__ import annotations

from browser.hands import TALL

SHOWN = [
    "import resolutionkit as rk; rk.load()",
    "import resolutionkit as rk; rk.review('The General Assembly,\\n\\n1. Decides to meet')",
    "import resolutionkit as rk; rk.actors().head()",
    "from resolutionkit.widgets import hello; hello()",
    "from resolutionkit.widgets import living_network; n = living_network(); n.chosen = 'un'; n",
    "from resolutionkit.widgets import paragraph_browser; paragraph_browser()",
    "from resolutionkit.widgets import border_check; d = border_check(); d.scan.click(); d",
]


def test_nothing_serious(tab):
    from axe_playwright_python.sync_playwright import Axe

    tab.page.set_viewport_size(TALL)
    page = tab.show(*SHOWN)
    for cell in page.locator(".jp-Notebook .jp-Cell").all():
        output = cell.locator(".jp-OutputArea-output").first
        output.locator("button, p, td, li, pre").locator("visible=true").first.wait_for()
    assert page.locator(".jp-Notebook .jp-Cell").count() == len(SHOWN)
    for theme in ("light", "dark"):
        tab.choose_theme(theme)
        violations = Axe().run(page, {"include": [[".jp-OutputArea-output"]]}).response["violations"]
        serious = [
            f"{v['id']} at {node['html'][:120]}: {node['failureSummary']}"
            for v in violations
            if v["impact"] in ("serious", "critical")
            for node in v["nodes"]
            if not node["html"].startswith('<div class="lm-Widget jp-Rendered')  # the frame is JupyterLab's own
        ]
        assert serious == [], theme
