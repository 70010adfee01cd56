"""The worked examples of docs/criteria.md, section 4: computed by hand, one row a figure."""

RULE_EXAMPLES = [
    # why it is there, max of the leaf, rule in YAML, figures, points printed
    ("yes_no: 1 gives the maximum", 3, "{type: yes_no, figure: a}", "a=1", "3.00"),
    ("yes_no: 0 gives nothing", 3, "{type: yes_no, figure: a}", "a=0", "0.00"),
    ("yes_no: another figure is no answer", 3, "{type: yes_no, figure: a}", "a=2", None),
    ("yes_no: written points", 3, "{type: yes_no, figure: a, points: 2.5}", "a=1", "2.50"),
    ("yes_no: otherwise", 3, "{type: yes_no, figure: a, otherwise: 0.5}", "a=0", "0.50"),
    ("bands: under the next from", 5, "BANDS", "a=97.99", "4.00"),
    ("bands: from belongs to the band", 5, "BANDS", "a=98", "5.00"),
    ("bands: to does not belong", 5, "BANDS", "a=96.99", "2.00"),
    ("bands: outside all of them", 5, "BANDS", "a=89.99", "0.00"),
    ("bands: a percentage is not rounded", 5, "PERCENT", "a=979 b=1000", "4.00"),
    ("bands: a hair under the edge", 5, "PERCENT", "a=979999 b=1000000", "4.00"),
    ("bands: a whole of 0 has not arisen", 5, "PERCENT", "a=0 b=0", None),
    ("bands: trên 90", 5, "OPEN", "a=90", "1.00"),
    ("bands: to_closed includes its end", 5, "OPEN", "a=50", "2.00"),
    ("proportional: rounded once", 3, "SHARE", "a=5 b=24", "0.63"),
    ("proportional: full_at", 4, "SHARE80", "a=6 b=10", "3.00"),
    ("proportional: more than the whole", 4, "SHARE80", "a=11 b=10", "4.00"),
    ("proportional: KPS", 3, "SHARE", "a=KPS b=24", None),
    ("steps: whole steps only", 0.5, "STEPS", "a=94.7", "0.20"),
    ("steps: held to most", 0.5, "STEPS", "a=99", "0.50"),
    ("steps: never negative", 0.5, "STEPS", "a=91", "0.00"),
    ("steps: pro rata", 0.5, "STEPS_PRO_RATA", "a=94.7", "0.27"),
    ("steps: taken from a base", 2, "STEPS_BASE", "a=21", "1.00"),
    ("steps: downwards", 2, "STEPS_BELOW", "a=7.5", "1.00"),
    ("count: times points", 3, "{type: count, figure: a, points: 0.5}", "a=4", "2.00"),
    ("count: held to the maximum", 3, "{type: count, figure: a, points: 0.5}", "a=9", "3.00"),
    ("count: KPS is 0", 3, "{type: count, figure: a, points: 0.5}", "a=KPS", "0.00"),
    ("deduction: from the maximum", 2, "{type: deduction, figure: a, points: 0.2}", "a=3", "1.40"),
    ("deduction: KPS is 0 cases", 2, "{type: deduction, figure: a, points: 0.2}", "a=KPS", "2.00"),
    (
        "deduction: at most",
        2,
        "{type: deduction, figure: a, points: 0.2, most: 1.5}",
        "a=9",
        "0.50",
    ),
    ("deduction: by severity", 5, "SEVERITY", "a=1 b=1", "2.00"),
    ("days_late: per day", 2, "LATE", "@days_late.f=3", "1.25"),
    ("days_late: no more than the maximum", 2, "LATE", "@days_late.f=20", "0.00"),
    ("days_late: early is not late", 2, "LATE", "@days_late.f=-4", "2.00"),
    ("days_late: grace", 2, "LATE_GRACE", "@days_late.f=3", "1.50"),
    ("days_late: empty", 2, "LATE", "@days_late.f=", "0.00"),
    ("days_late: one missed quarter", 2, "LATE", "@days_late.f=0 @missed.f=1", "0.00"),
    ("days_late: per_missed", 2, "LATE_MISSED", "@days_late.f=1 @missed.f=1", "0.75"),
    ("checklist: 9 of 14", 2, "LIST14", "LIST9", "1.29"),
    ("checklist: two items KPS", 2, "LIST14", "LIST9KPS", "1.50"),
    ("checklist: required", 2, "LIST14_REQUIRED", "LIST9", "2.00"),
    ("checklist: all KPS", 2, "{type: checklist, items: [a, b]}", "a=KPS b=KPS", None),
    ("checklist: points each", 2, "LIST_EACH", "a=1 b=1", "1.50"),
    ("assessed: as given", 5, "{type: assessed}", "@appraised.1=3.25", "3.25"),
    ("assessed: held", 5, "{type: assessed}", "@appraised.1=6", "5.00"),
    ("assessed: empty", 5, "{type: assessed}", "@appraised.1=", None),
]
ITEMS = [f"i{number}" for number in range(14)]
LIST = f"{{type: checklist, items: [{', '.join(ITEMS)}]"
NAMED = {
    "BANDS": "{type: bands, figure: a, bands: [{from: 98, points: 5}, {from: 97, points: 4},"
    " {from: 90, to: 97, points: 2}]}",
    "PERCENT": "{type: bands, percent: {part: a, whole: b}, bands: [{from: 98, points: 5},"
    " {from: 97, points: 4}, {from: 90, to: 97, points: 2}]}",
    "OPEN": "{type: bands, figure: a, bands: [{from: 90, from_open: true, points: 3},"
    " {to: 50, to_closed: true, points: 2}], otherwise: 1}",
    "SHARE": "{type: proportional, part: a, whole: b}",
    "SHARE80": "{type: proportional, part: a, whole: b, full_at: 80}",
    "STEPS": "{type: steps, figure: a, from: 92, step: 1, points: 0.1, base: 0,"
    " direction: above, whole_steps: true, least: 0, most: 0.5}",
    "STEPS_PRO_RATA": "{type: steps, figure: a, from: 92, points: 0.1, whole_steps: false}",
    "STEPS_BASE": "{type: steps, figure: a, base: 2, from: 10, step: 5, points: -0.5}",
    "STEPS_BELOW": "{type: steps, figure: a, from: 10, points: 0.5, direction: below}",
    "SEVERITY": "{type: deduction, each: [{figure: a, points: 1}, {figure: b, points: 2}],"
    " most: 4}",
    "LATE": "{type: days_late, form: f, per_day: 0.25}",
    "LATE_GRACE": "{type: days_late, form: f, per_day: 0.25, grace: 1}",
    "LATE_MISSED": "{type: days_late, form: f, per_day: 0.25, per_missed: 1}",
    "LIST14": LIST + "}",
    "LIST14_REQUIRED": LIST + ", required: 8}",
    "LIST_EACH": "{type: checklist, items: [a, b], points_each: 0.75}",
    "LIST9": " ".join(f"{item}={int(n < 9)}" for n, item in enumerate(ITEMS)),
    "LIST9KPS": " ".join(
        f"{item}={'KPS' if n >= 12 else int(n < 9)}" for n, item in enumerate(ITEMS)
    ),
}
