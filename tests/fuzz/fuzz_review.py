"""Looks for drafts that ``rk.review`` cannot bear, and for findings that point beside their paragraph.

python tests/fuzz/fuzz_review.py [SECONDS [FOLDER]]    (needs atheris; RESOLUTIONKIT_CORPUS adds seeds)
python tests/fuzz/fuzz_review.py tests/fuzz/found/review-*   (only what was found)
"""

from __future__ import annotations

from collections.abc import Iterator

from fuzzing import bundled, fuzz, instrumented, official

with instrumented():
    import resolutionkit as rk
    from resolutionkit.drafting import review as rules  # noqa: F401  # watched

    rk.review("The General Assembly,\n\n1. Decides.")  # the rules are imported when first used

from resolutionkit.drafting.templates import findings_html


def one_input(data: bytes) -> None:
    """Review the draft in both languages; each finding lies in its paragraph and can be shown."""
    text = data.decode("utf-8", "ignore")
    for language in ("en", "de"):
        try:
            findings = rk.review(text, language=language)
        except rk.KitError:
            return
        if not findings or not text.strip():
            continue
        texts = {p.label: p.text for p in rk.parse(text, language).paragraphs} if any(f.label for f in findings) else {}
        for finding in findings:
            start, end = finding.span
            assert 0 <= start <= end, finding
            assert finding.label not in texts or end <= len(texts[finding.label]), finding
            assert finding.message, finding
            assert "{" in text or "{" not in finding.message, finding
        findings_html(findings)


def seeds() -> Iterator[bytes]:
    """The texts of the kit, the examples of the rules, and official resolutions as text."""
    yield from (path.read_bytes() for path in bundled(".txt", ".md"))
    for code in rk.rule_table()["code"]:
        yield from (example.encode() for example in (*rk.rule(code).bad, *rk.rule(code).good))
    yield from (rk.to_text(rk.load(path)).encode() for path in official(".xml", most=30))


if __name__ == "__main__":
    fuzz("review", one_input, seeds)
