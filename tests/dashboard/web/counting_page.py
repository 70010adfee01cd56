"""A page for the tests: says who looks, counts this session's runs, breaks when asked to."""

import streamlit as st

from dashboard import session

st.session_state.runs = st.session_state.get("runs", 0) + 1
with session.visit() as actor:
    st.markdown(f"{actor.user} run {st.session_state.runs}")
    if "break" in st.query_params:
        raise KeyError("inner secret")
