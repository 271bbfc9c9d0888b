"""axe-core looks at what the kit itself shows, in the light and the dark theme: nothing serious may be wrong."""

from __future__ import annotations

import pytest

SHOWN = {
    "resolution": "import resolutionkit as rk; rk.load()",
    "review": "import resolutionkit as rk; rk.review('The General Assembly,\\n\\n1. Decides to meet')",
    "table": "import resolutionkit as rk; rk.actors().head()",
    "hello": "from resolutionkit.widgets import hello; hello()",
    "network": "from resolutionkit.widgets import living_network; n = living_network(); n.chosen = 'un'; n",
    "browser": "from resolutionkit.widgets import paragraph_browser; paragraph_browser()",
    "desk": "from resolutionkit.widgets import border_check; d = border_check(); d.scan.click(); d",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("what", SHOWN)
def test_nothing_serious(tab, what, theme):
    from axe_playwright_python.sync_playwright import Axe

    tab.choose_theme(theme)
    page = tab.show(SHOWN[what])
    output = page.locator(".jp-OutputArea-output").first
    output.locator("button, p, td, li, pre").locator("visible=true").first.wait_for()
    violations = Axe().run(page, {"include": [[".jp-OutputArea-output"]]}).response["violations"]
    serious = [
        f"{v['id']} at {node['html'][:120]}: {node['failureSummary']}"
        for v in violations
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
        if not node["html"].startswith('<div class="lm-Widget jp-Rendered')  # the frame is JupyterLab's own
    ]
    assert serious == []
