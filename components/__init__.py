"""The parts of the pages: pure `x_info` and `x_figure`/`x_html` functions, and thin `render`s that call Streamlit."""
