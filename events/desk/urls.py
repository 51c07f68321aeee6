"""Addresses of the desk, below the admin's."""

from django.urls import path

from events.desk import actions, agreed, check_in, exports, overview, participants, personal_data, plan_next

app_name = "sign_ups"
urlpatterns = [
    path("", overview.overview, name="index"),
    path("agreed/", agreed.agreed, name="agreed"),
    path("personal-data/", personal_data.personal_data_view, name="personal_data"),
    path("code/<str:token>/", check_in.check_in_by_code, name="check_in_by_code"),
    path("one/<uuid:sign_up>/", participants.sign_up, name="sign_up"),
    path("one/<uuid:sign_up>/address/", participants.change_email, name="change_email"),
    path("one/<uuid:sign_up>/resend/", participants.resend, name="resend"),
    path("one/<uuid:sign_up>/cancel/", participants.cancel, name="cancel"),
    path("one/<uuid:sign_up>/check-in/", check_in.check_in, name="check_in"),
    path("mail/<uuid:mail>/returned/", participants.mail_returned, name="mail_returned"),
    path("<uuid:key>/", participants.sign_ups, name="meeting"),
    path("<uuid:key>/results/", participants.sign_ups_results, name="meeting_results"),
    path("<uuid:key>/add/", actions.add, name="add"),
    path("<uuid:key>/seats/", actions.seats, name="seats"),
    path("<uuid:key>/message/", actions.message, name="message"),
    path("<uuid:key>/export/", exports.export, name="export"),
    path("<uuid:key>/badges/", exports.badges, name="badges"),
    path("<uuid:key>/check-in/", check_in.check_in_list, name="check_in_list"),
    path("<uuid:key>/call-off/", actions.call_off, name="call_off"),
    path("publish/<int:page_id>/", actions.publish, name="publish"),
    path("plan-next/<int:page_id>/", plan_next.plan_next, name="plan_next"),
]
