"""Migrations: each brings the tables from one form to the next, on filled databases too."""
