"""The worked examples of docs/criteria.md, section 5: computed by hand, one row a figure."""

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
    ("checklist: points of their own", 3, "LIST_OWN", "a=0 b=1", "2.00"),
    ("checklist: an item left out is not made up for", 3, "LIST_OWN", "a=KPS b=1", "2.00"),
    ("options: the first grade", 3, "OPTIONS", "a=1", "3.00"),
    ("options: the last grade", 3, "OPTIONS", "a=3", "1.00"),
    ("options: no such grade", 3, "OPTIONS", "a=4", None),
    ("options: half a grade", 3, "OPTIONS", "a=1.5", None),
    ("table: 95 of 100 early, 100 files", 2.7, "TABLE", "som=95 ho_so=100", "2.00"),
    ("table: 400 of 500", 2.7, "TABLE", "som=400 ho_so=500", "1.50"),
    ("table: 40 of 50 is in no column", 2.7, "TABLE", "som=40 ho_so=50", "0.00"),
    ("table: below every from", 2.7, "TABLE", "som=1 ho_so=100", "0.50"),
    ("sample: 43 of 50", 20, "SAMPLE", "a=43 b=50", "17.20"),
    ("sample: fewer asked, pending", 20, "SAMPLE", "a=20 b=25", None),
    ("sample: fewer asked, pro rata", 20, "SAMPLE_PRO_RATA", "a=20 b=25", "16.00"),
    ("sample: fewer asked, as it is", 20, "SAMPLE_AS_IS", "a=20 b=25", "8.00"),
    ("sample: more asked", 20, "SAMPLE", "a=90 b=100", "18.00"),
    ("sample: nobody asked", 20, "SAMPLE", "a=0 b=0", None),
    ("sample: more good than asked", 20, "SAMPLE", "a=60 b=50", "20.00"),
    ("condition: it holds", 1, "CONDITION", "kinh_phi=18000000 so_to=10", "1.00"),
    ("condition: it does not", 1, "CONDITION", "kinh_phi=17999999 so_to=10", "0.00"),
    ("expression: reckoned", 5, "EXPRESSION", "qua_han=3 tong=200", "4.25"),
    ("expression: chia cho 0", 5, "EXPRESSION", "qua_han=3 tong=0", None),
    ("expression: held to its least", 5, "EXPRESSION", "qua_han=100 tong=100", "0.00"),
    ("cases: the gate is open", 20, "GATE", "ke_hoach=1 tai_lieu=1 dat=43 hoi=50", "17.20"),
    ("cases: the gate is shut", 20, "GATE", "ke_hoach=1 tai_lieu=0 dat=43 hoi=50", "0.00"),
    ("cases: shut whatever is missing", 20, "GATE", "tai_lieu=0", "0.00"),
    ("cases: cannot be told", 20, "GATE", "tai_lieu=1 dat=43 hoi=50", None),
    ("cases: another formula", 4, "WITHOUT_DDCI", "a=1 b=2", "2.00"),
    ("cases: otherwise a rule", 4, "WITHOUT_DDCI", "ddci=80 a=1 b=2", "4.00"),
    ("combine: sum", 3, "SUM", "du=1 dung=0", "1.00"),
    ("combine: highest", 2, "HIGHEST", "du=1 dung=1", "2.00"),
    ("combine: highest of what arose", 2, "HIGHEST", "du=1 dung=KPS", "1.00"),
    ("combine: not reported", 2, "HIGHEST", "du=1", None),
    ("combine: the first with an answer", 4, "FIRST", "a=1 b=2", "2.00"),
    ("assessed: one of the grades", 5, "GRADES", "@appraised.1=3", "3.00"),
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
    "LIST_OWN": "{type: checklist, items: [{figure: a, points: 1}, {figure: b, points: 2}]}",
    "OPTIONS": "{type: options, figure: a, points: [3, 2, 1]}",
    "TABLE": "{type: table, rows: {percent: {part: som, whole: ho_so},"
    " bands: [{from: 90}, {from: 70}, {}]},"
    " columns: {figure: ho_so, bands: [{from: 500}, {from: 100}]},"
    " points: [[2.7, 2], [1.5, 1], [0.5, 0.5]], otherwise: 0}",
    "SAMPLE": "{type: sample, good: a, asked: b, size: 50, points: 0.4}",
    "SAMPLE_PRO_RATA": "{type: sample, good: a, asked: b, size: 50, points: 0.4, fewer: pro_rata}",
    "SAMPLE_AS_IS": "{type: sample, good: a, asked: b, size: 50, points: 0.4, fewer: as_is}",
    "CONDITION": '{type: condition, when: "kinh_phi = so_to * 150000 * 12"}',
    "EXPRESSION": '{type: expression, formula: "max(0, 5 - 0.5 * qua_han / tong * 100)"}',
    "GATE": '{type: cases, cases: [{when: "ke_hoach = 1 and tai_lieu = 1",'
    " rule: {type: sample, good: dat, asked: hoi, size: 50, points: 0.4}}], otherwise: 0}",
    "WITHOUT_DDCI": '{type: cases, cases: [{when: "not reported(ddci)",'
    " rule: {type: proportional, part: a, whole: b}}],"
    " otherwise: {type: bands, figure: ddci, bands: [{from: 80, points: 4}]}}",
    "SUM": "{type: combine, how: sum, rules: [{type: yes_no, figure: du, points: 1},"
    " {type: yes_no, figure: dung, points: 2}]}",
    "HIGHEST": "{type: combine, how: highest, rules: [{type: yes_no, figure: du, points: 1},"
    " {type: yes_no, figure: dung, points: 2}]}",
    "FIRST": "{type: combine, how: first, rules: [{type: yes_no, figure: du},"
    " {type: proportional, part: a, whole: b}]}",
    "GRADES": "{type: assessed, grades: [{name: Tốt, points: 5}, {name: Trung bình, points: 3}]}",
    "LIST14": LIST + "}",
    "LIST14_REQUIRED": LIST + ", required: 8}",
    "LIST_EACH": "{type: checklist, items: [a, b], points_each: 0.75}",
    "LIST9": " ".join(f"{item}={int(n < 9)}" for n, item in enumerate(ITEMS)),
    "LIST9KPS": " ".join(
        f"{item}={'KPS' if n >= 12 else int(n < 9)}" for n, item in enumerate(ITEMS)
    ),
}

BESIDE_EXAMPLES = [
    # why it is there, bonuses or penalties, the leaf without code and text, figures, points printed
    ("deduction: a penalty", "penalties", "max: 3, rule: TAKEN", "a=3", "-1.50"),
    ("deadline: early, without limit", "bonuses", "rule: EARLY", "@early.f.3=14", "1.40"),
    ("deadline: nothing came", "bonuses", "rule: EARLY", "@missed.f=4", "0.00"),
    ("deadline: a penalty", "penalties", "max: 3, rule: LOSSES", "@late.f=1 @missed.f=2", "-1.50"),
    ("deadline: not applicable", "penalties", "max: 3, rule: LOSSES", "@missed.f=KAD", None),
]
BESIDE_RULES = {
    "TAKEN": "{type: deduction, figure: a, points: 0.5}",
    "EARLY": "{type: deadline, form: f, early_by: 3, per_early: 0.1}",
    "LOSSES": "{type: deadline, form: f, per_late: 1, per_missed: 0.25}",
}

PEER_EXAMPLES = [
    # why it is there, max of the leaf, rule in YAML, figures by unit, points printed by unit
    (
        "versus_mean: the mean itself counts",
        2,
        "{type: versus_mean, figure: a}",
        {"1": "a=80", "2": "a=90", "3": "a=85"},
        {"1": "0.00", "2": "2.00", "3": "2.00"},
    ),
    (
        "versus_mean: the mean itself does not count",
        2,
        "{type: versus_mean, figure: a, equal: false}",
        {"1": "a=80", "2": "a=90", "3": "a=85"},
        {"1": "0.00", "2": "2.00", "3": "0.00"},
    ),
    (
        "versus_leader: a share of the best",
        10,
        "{type: versus_leader, figure: a}",
        {"1": "a=50", "2": "a=40"},
        {"1": "10.00", "2": "8.00"},
    ),
    (
        "versus_leader: below its own target",
        10,
        "{type: versus_leader, figure: a, target: t}",
        {"1": "a=50 t=50", "2": "a=40 t=45"},
        {"1": "10.00", "2": "4.00"},
    ),
]
