"""Addresses of sign-up. They are not below the meeting's page: forms set a cookie, and reading must set none."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from events.public import agreed, ical_feeds, intention, interest, my_sign_up, sign_up

app_name = "events"
urlpatterns = [
    path(_("sign-up/<uuid:key>/"), sign_up.sign_up, name="sign_up"),
    path(_("sign-up/<uuid:key>/done/"), sign_up.sign_up_done, name="sign_up_done"),
    path(_("my-sign-up/<str:token>/"), my_sign_up.manage, name="manage"),
    path(_("my-sign-up/<str:token>/answers/"), my_sign_up.answers, name="answers"),
    path(_("my-sign-up/<str:token>/cancel/"), my_sign_up.cancel, name="cancel"),
    path(_("tell-me-when/theme/<slug:slug>/"), interest.ask_theme, name="interest_theme"),
    path(_("tell-me-when/category/<slug:slug>/"), interest.ask_category, name="interest_category"),
    path(_("tell-me-when/report/<uuid:key>/"), interest.ask_report, name="interest_report"),
    path(_("tell-me-when/sign-up/<uuid:key>/"), interest.ask_opening, name="interest_opening"),
    path(_("tell-me-when/done/"), interest.asked, name="interest_asked"),
    path(_("my-interest/<str:token>/"), interest.manage, name="interest"),
    path(_("agreed/"), agreed.all_agreed, name="agreed"),
    path(_("my-action/<str:token>/"), agreed.my_action, name="agreed_action"),
    path(_("i-will-try/<str:token>/"), intention.write, name="intention"),
    path(_("i-will-try-at/<uuid:key>/"), intention.ask_for_link, name="intention_link"),
    path(_("i-will-try-at/<uuid:key>/done/"), intention.link_sent, name="intention_link_sent"),
    path(_("my-intention/<str:token>/"), intention.answer, name="my_intention"),
    path(_("calendar/all.ics"), ical_feeds.all_meetings, name="calendar"),
    path(_("calendar/theme/<slug:slug>.ics"), ical_feeds.of_theme, name="calendar_theme"),
    path(_("calendar/category/<slug:slug>.ics"), ical_feeds.of_category, name="calendar_category"),
    path(_("calendar/<uuid:key>.ics"), ical_feeds.meeting_calendar, name="meeting_calendar"),
]
