"""The kit as a static site: any web server shows it, and nothing has to be installed to learn with it.

JupyterLite runs the notebooks in the browser, with Python compiled to WebAssembly (Pyodide). Needs the extra ``site``.
"""

from __future__ import annotations

from resolutionkit.classroom.site.build import make_site
from resolutionkit.classroom.site.serve import serve

__all__ = ["make_site", "serve"]
