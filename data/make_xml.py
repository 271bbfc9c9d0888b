"""Makes data/a-res-75-10.de.xml again from data/a-res-75-10.de.txt.

    python data/make_xml.py

A test does the same and compares, so the XML cannot drift from the published text.
"""

from pathlib import Path

import resolutionkit as rk

if __name__ == "__main__":
    target = Path(__file__).with_name("a-res-75-10.de.xml")
    target.write_text(rk.to_akn(rk.parse(rk.source_text())), encoding="utf-8")
    print(f"{target.name}: {len(rk.load(target).paragraphs)} paragraphs")
