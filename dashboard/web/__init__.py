"""What is served over HTTP beside the Streamlit pages, and who may come in at all."""
