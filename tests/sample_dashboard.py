"""The dashboard on a synthetic corpus: HOTLINE_SAMPLE=articles,events,seed streamlit run tests/sample_dashboard.py.

For browser tests of crowds. Must not live here: anything the dashboard itself needs.
"""

from __future__ import annotations

import os
import runpy
import sys
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from components import cached, whole_page  # noqa: E402
from tests.sample import sample_corpus  # noqa: E402

if __name__ == "__main__":
    _made = cache(sample_corpus)
    articles, events, seed = (int(part) for part in os.environ.get("HOTLINE_SAMPLE", "40,500,0").split(","))
    cached.load_corpus = lambda *_: _made(articles, events, seed)  # type: ignore[assignment]
    runpy.run_path(str(ROOT / "dashboard.py"), run_name="__main__")
else:
    app = st.App(__file__, middleware=[Middleware(whole_page.WholePage)])
