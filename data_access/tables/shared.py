"""The list of all tables, and the columns that say who did something and when."""

from sqlalchemy import Column, MetaData

from data_access.columns import Moment, Words

metadata = MetaData()


def act() -> tuple[Column, ...]:
    """Who did it and when: the official moment, and the server's clock."""
    return (
        Column("actor", Words, nullable=False),
        Column("actor_name", Words, nullable=False),
        Column("at", Moment, nullable=False),
        Column("recorded", Moment, nullable=False),
    )
