"""Hotline's data layer: a folder of articles in, pandas tables out. Never touches the network.

    from data import load_corpus
    corpus = load_corpus("seeds")

Import direction: `data` ← `components` ← `pages` ← `dashboard.py`; nothing here imports Streamlit or Plotly.
"""

from data.corpus import Corpus, load_corpus

__all__ = ["Corpus", "load_corpus"]
