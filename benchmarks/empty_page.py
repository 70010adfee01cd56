"""The floor: the least that a Streamlit page can do."""

import streamlit as st

st.write("Trang trống")
