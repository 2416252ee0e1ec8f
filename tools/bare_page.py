"""The least Streamlit page that answers a click on a Plotly point with a text: what the bench compares with."""

import plotly.graph_objects as go
import streamlit as st

N = 14

figure = go.Figure(
    go.Scatter(
        x=list(range(N)), y=[i % 3 for i in range(N)], mode="markers", marker={"size": 14}, customdata=list(range(N))
    )
)
state = st.plotly_chart(figure, key="timeline", on_select="rerun", selection_mode="points")
points = state["selection"]["points"]
with st.container(key="excerpts"):
    st.text(f"This is what point {points[0]['customdata']} has to say." if points else "Nothing selected.")
