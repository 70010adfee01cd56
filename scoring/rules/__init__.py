"""The rule types, one a file; scoring/rule_types.py lists them."""
