"""Pure functions from query results to frozen tables of ready words. Knows no Streamlit."""
