"""What is one's own: a unit's duties, or what a member of the committee directs and follows."""

from dashboard import cache, markup, return_markup, session, widgets

day = session.day()
ask = cache.visiting()
address = widgets.addresses()
unit, units = ask.whose_list(session.unit()), ask.units_to_look_at()

if unit is None:
    mine = ask.deadlines.directed(day)
    widgets.head(mine.heading, *widgets.unit_choice(units, unit), day=day)
    widgets.show(
        markup.sentence(mine.said),
        markup.table(mine.works, address),
        markup.table(mine.units, address),
    )
else:
    view = ask.deadlines.own(unit, day)
    widgets.head(view.heading, *widgets.unit_choice(units, unit), day=day)
    widgets.show(markup.controls(view.ways, address))
    widgets.show(
        return_markup.own_work(view.work, address),
        markup.table(view.months, address),
        markup.sentence(view.nothing_comes),
        return_markup.folded(view.undated, address),
    )
