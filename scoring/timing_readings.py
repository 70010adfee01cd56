"""The ways in which a deadline's words are read, and what has to be asked about a reading."""

from enum import StrEnum


class Reading(StrEnum):
    """How the words were read (docs/deadlines.md). UNREAD is shown to the secretariat, never
    guessed."""

    NONE = "none"
    YEAR = "year"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    MONTH = "month"
    BEFORE_DAY = "before_day"
    BY_DAY = "by_day"
    RANGE = "range"
    WITHIN = "within"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    MONTHLY = "monthly"
    ALWAYS = "always"
    ON_REQUEST = "on_request"
    UNREAD = "unread"


class Question(StrEnum):
    """What only a person can settle. PAST_THE_WORDS: the working day after the day off would lie
    past what the plan says. LEFT_OVER: some of the words were not understood. WEEKDAY: the printed
    day of the week is another one."""

    DAY_OFF = "day_off"
    PAST_THE_WORDS = "past_the_words"
    BOTH_WORDS = "both_words"
    NO_YEAR = "no_year"
    LEFT_OVER = "left_over"
    WEEKDAY = "weekday"
    UNREAD = "unread"
    MONTHLY = "monthly"
    NO_ANCHOR = "no_anchor"
    UNCERTAIN_DAY = "uncertain_day"
