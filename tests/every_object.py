"""An object of every kind, so that every address of the site leads to something, and the arguments of the addresses."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Site,
    Task,
    UploadedFile,
    Workflow,
)

from casestudies.models import (
    CaseStudyCriterion,
    CaseStudyIndexPage,
    CaseStudyPage,
    ExampleIndexPage,
    FollowUpAnswer,
    FollowUpMail,
    FollowUpSettings,
)
from casestudies.promises.links import FOLLOW_UP
from casestudies.promises.mails import queue_due_mails
from events.intentions import services as intentions
from events.interest import services as interests
from events.links import AGREED_ACTION, CHECK_IN, INTENTION, INTEREST, MY_INTENTION, SIGN_UP
from events.models import (
    ActionProgress,
    Interest,
    MeetingIndexPage,
    MeetingPage,
    MeetingSeries,
    OutgoingMail,
    SeatPool,
)
from livinglab.accounts.models import User
from livinglab.accounts.tasks import send_password_link
from livinglab.core.jobs.queue import defer
from livinglab.core.mail.signed_links import make_token
from livinglab.core.media.documents import LabDocument
from livinglab.core.media.images import LabImage
from livinglab.harvest.models import OtherLab
from livinglab.pages.models import ContactPage, HomePage, NewsIndexPage, NewsPage, ToolIndexPage, ToolPage
from livinglab.provision.roles import EDITOR, MODERATOR
from livinglab.search.models import PromotedResult, SynonymGroup
from livinglab.taxonomy.choices import Steering, ToolKind
from livinglab.taxonomy.consent import services as consents
from livinglab.taxonomy.consent.links import CONSENT
from livinglab.taxonomy.models import AmbitionAxis, AmbitionWeb, Category, Theme
from tests.addresses import Pattern, patterns
from tests.casestudies.promised import KEPT, case_study
from tests.events import crowd
from tests.factories import (
    ExamplePageFactory,
    LabImageFactory,
    LabPageFactory,
    MeetingPageFactory,
    PersonFactory,
    StandardPageFactory,
    TagFactory,
)
from tests.people import somebody

HOUR = dt.timedelta(hours=1)
Arguments = dict[str, Any]


OF_A_PAGE = (
    "wagtailadmin_pages:*",
    "wagtailadmin_explore",
    "wagtailadmin_explore_results",
    "wagtailadmin_choose_page_child",
    "wagtailadmin_api:pages:detail",
    "wagtailadmin_api:pages:action",
    "wagtailadmin_editing_sessions:ping",
    "simple_translation:submit_page_translation",
)
OF_A_DOCUMENT = (
    "wagtaildocs:edit*",
    "wagtaildocs:delete",
    "wagtaildocs:delete_multiple",
    "wagtaildocs:document_usage",
    "wagtaildocs_chooser:chosen",
    "wagtailadmin_api:documents:detail",
)
OF_AN_IMAGE = (
    "wagtailimages:edit*",
    "wagtailimages:delete",
    "wagtailimages:delete_multiple",
    "wagtailimages:image_usage",
    "wagtailimages:preview",
    "wagtailimages:url_generator*",
    "wagtailimages_chooser:chosen",
    "wagtailimages_chooser:select_format",
    "wagtailadmin_api:images:detail",
)
"""Names of patterns that lead to one of these."""


@dataclass(frozen=True)
class Address:
    """An address that leads to something."""

    id: str
    """The id of its pattern; with the kind of object behind it, where there are several: `wagtail_serve (draft)`."""
    path: str


class EveryObject:
    """One of each kind, in the database of a test. `addresses()` are those of the whole site."""

    def __init__(self) -> None:
        self.writer = somebody(EDITOR, "schrijver")
        self._pages()
        self._participants()
        self._promises()
        self._files()
        self._rest()

    def addresses(self) -> list[Address]:
        """Every pattern, filled in for each kind of object that it can lead to."""
        return [one for pattern in patterns() for one in self.of_pattern(pattern)]

    def of_pattern(self, pattern: Pattern) -> Iterator[Address]:
        """A pattern filled in; a parameter that nobody knows is an error."""
        kinds = next((kinds for names, kinds in self.kinds.items() if fnmatchcase(pattern.id, names)), {"": {}})
        for kind, arguments in kinds.items():
            values = {name: arguments.get(name) or self.value(pattern, name) for name in pattern.parameters}
            path = "/" + pattern.template % values + self.queries.get(pattern.id, "")
            yield Address(f"{pattern.id} ({kind})" if kind else pattern.id, path)

    def path_of(self, name: str) -> str:
        """The path of the first address with this id."""
        return next(one.path for one in self.addresses() if one.id == name)

    def value(self, pattern: Pattern, parameter: str) -> Any:
        """What stands for a parameter in the address of a pattern."""
        for names, arguments in self.special.items():
            if parameter in arguments and fnmatchcase(pattern.id, names):
                return arguments[parameter]
        common = self.common
        assert parameter in common, f"Which object is {parameter} of {pattern.id}? Say so in {__name__}."
        return common[parameter]

    # -- What there is ------------------------------------------------------------------------------
    def _pages(self) -> None:
        def index(page_type: type[Page]) -> Page:
            return page_type.objects.get(locale__language_code="nl")

        self.examples, self.studies, self.meetings = map(
            index, (ExampleIndexPage, CaseStudyIndexPage, MeetingIndexPage)
        )
        self.tag = TagFactory()
        self.example = ExamplePageFactory(title="Oud asfalt", tags=[self.tag.name])
        self.locked = ExamplePageFactory(title="Op slot", locked=True, locked_by=self.writer)
        self.moderated = ExamplePageFactory(title="Wacht op een moderator")
        self.moderated.save_revision(user=self.writer)
        self.workflow_state = Workflow.objects.get().start(self.moderated, self.writer)
        self.alias = self.example.create_alias(update_slug="oud-asfalt-alias")
        self.draft = StandardPageFactory(title="Nog niet af", live=False)
        self.for_accounts = StandardPageFactory(title="Voor wie een account heeft")
        PageViewRestriction.objects.create(page=self.for_accounts, restriction_type=PageViewRestriction.LOGIN)
        self.for_a_group = StandardPageFactory(title="Voor moderatoren")
        only = PageViewRestriction.objects.create(page=self.for_a_group, restriction_type=PageViewRestriction.GROUPS)
        only.groups.add(Group.objects.get(name=MODERATOR))
        self.with_password = StandardPageFactory(title="Met een wachtwoord")
        self.password = PageViewRestriction.objects.create(
            page=self.with_password, restriction_type=PageViewRestriction.PASSWORD, password="zeven-paarden"
        )

        def page(page_type: type[Page], parent: type[Page], title: str, **fields: Any) -> Page:
            factory = type("Factory", (LabPageFactory,), {"Meta": type("Meta", (), {"model": page_type})})
            return factory(title=title, parent=index(parent), **fields)

        page(ContactPage, HomePage, "Contact", email="redactie@lab.example")
        self.news = page(NewsPage, NewsIndexPage, "Het lab is open")
        tool = {"kind": ToolKind.AMBITION_WEB, "steering": Steering.FORMAL, "link": "https://example.org/ambitieweb"}
        self.tool = page(ToolPage, ToolIndexPage, "Het ambitieweb", summary="Kies samen.", **tool)

    def _participants(self) -> None:
        self.meeting = MeetingPageFactory(title="Hoe begin je klein?", capacity=9)
        self.cancelled = MeetingPageFactory(title="Wandelen langs bermen", is_cancelled=True)
        self.not_open_yet = MeetingPageFactory(title="Wat kan weg?", sign_up_opens_at=timezone.now() + 24 * HOUR)
        key = self.meeting.translation_key
        self.row, self.other = crowd.join(key, 1), crowd.join(key, 2)
        self.mail = OutgoingMail.objects.filter(sign_up=self.row).first()
        self.begun = MeetingPageFactory(title="Wie maakte dit?").translation_key
        self.writing = crowd.join(self.begun, 3)
        SeatPool.objects.filter(key=self.begun).update(starts_at=timezone.now() - HOUR)
        self.intention = intentions.write(sign_up=self.writing.uuid, text="Eerst vragen.", may_be_read=True)
        interests.ask(email="ann@buren.example", language="nl", target=Theme.objects.first())
        self.interest = Interest.objects.get()
        moment = timezone.now()
        self.past = MeetingPageFactory(
            title="Wat leerde de winter?", starts_at=moment - 50 * HOUR, ends_at=moment - 48 * HOUR
        )
        self.past = MeetingPage.objects.get(pk=self.past.pk)
        self.past.agreed_actions.create(what="Het bestek delen", who="Buren", due_on=timezone.localdate())
        self.past.save_revision().publish()
        self.action = self.past.agreed_actions.first()
        self.series = MeetingSeries.objects.create(name="Reeks")

    def _promises(self) -> None:
        today = timezone.localdate()
        moments = [{"date": today, "title": "Eerste meting", "email": "cm@buren.example"}]
        study = case_study(results=[KEPT], follow_ups=moments)
        study.criteria = [CaseStudyCriterion(kind="award", text="Wie het minste asfalt afvoert, scoort het hoogst.")]
        study.save_revision().publish()
        self.study = CaseStudyPage.objects.get(pk=study.pk)
        self.criterion = self.study.criteria.get()
        queue_due_mails(today)
        self.follow_up = FollowUpMail.objects.get(page=self.study.translation_key)
        self.answer = FollowUpAnswer.objects.create(
            mail=self.follow_up,
            follow_up=self.follow_up.follow_up,
            page=self.study.translation_key,
            status="on_track",
            answered_on=today,
            answered_at=timezone.now(),
        )
        self.settings = FollowUpSettings.load()

    def _files(self) -> None:
        self.private = Collection.get_first_root_node().add_child(name="Besloten")
        self.restriction = CollectionViewRestriction.objects.create(
            collection=self.private, restriction_type=CollectionViewRestriction.LOGIN
        )
        self.document = self._document("openbaar.txt")
        self.private_document = self._document("besloten.txt", collection=self.private)
        self.image = LabImageFactory(uploaded_by_user=self.writer)
        self.private_image = LabImageFactory(collection=self.private)
        self.uploads = {
            model: UploadedFile.objects.create(
                for_content_type=ContentType.objects.get_for_model(model),
                file=ContentFile(b"Nog zonder gegevens.\n", name="upload.txt"),
                uploaded_by_user=self.writer,
            )
            for model in (LabDocument, LabImage)
        }

    def _document(self, name: str, **options: Any) -> LabDocument:
        file = ContentFile(b"Een stuk.\n", name=name)
        return LabDocument.objects.create(title=name, file=file, uploaded_by_user=self.writer, **options)

    def _rest(self) -> None:
        self.person = PersonFactory(name="Noor de Wit", organisation=self.example.organisation)
        self.asked = PersonFactory(name="Ada Jansen", email="ada@buren.example", consent_to_show=False)
        self.consent = consents.ask(person=self.asked, language="nl", by=self.writer)
        self.lab = OtherLab.objects.create(name="Een ander lab", url="https://ander.example/", is_active=False)
        self.redirect = Redirect.objects.create(old_path="/oud", redirect_link="/nieuw/")
        self.synonyms = SynonymGroup.objects.create(phrases="asfalt\nbitumen")
        self.promoted = PromotedResult.objects.create(phrases="wegen", page=self.example)
        self.editing = EditingSession.objects.create(
            user=self.writer,
            content_type=ContentType.objects.get_for_model(self.example),
            object_id=str(self.example.pk),
            last_seen_at=timezone.now(),
        )
        self.colleague = User.objects.create_user("collega@example.nl", "een-lang-wachtwoord")
        self.passkey = Authenticator.objects.create(user=self.colleague, type=Authenticator.Type.WEBAUTHN, data={})
        self.job = defer(send_password_link, user_id=0, mail="invitation")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [self.job])
            cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'failed', false)", [self.job])

    # -- Where it is --------------------------------------------------------------------------------
    @cached_property
    def kinds(self) -> dict[str, dict[str, Arguments]]:
        """For patterns that lead to several kinds of object: name of the kind → its arguments."""
        pages = {
            "example": self._page_arguments(self.example, self.examples),
            "meeting": self._page_arguments(self.meeting, self.meetings),
        }
        moderated = {"": {**self._page_arguments(self.moderated, self.examples), "action_name": "approve"}}
        documents = {"": self.document, "private": self.private_document}
        images = {"": self.image, "private": self.private_image}
        kinds: dict[str, dict[str, Arguments]] = {
            "wagtailadmin_pages:*workflow_action*": moderated,
            "wagtailadmin_pages:confirm_workflow_cancellation": moderated,
            "wagtailadmin_pages:workflow_*": moderated,
            "wagtailadmin_pages:convert_alias": {"": {"page_id": self.alias.pk}},
            "wagtailadmin_pages:unlock": {"": {"page_id": self.locked.pk}},
            "wagtailadmin_pages:search*": {"": {}},
        }
        kinds |= dict.fromkeys(OF_A_PAGE, pages)
        kinds |= dict.fromkeys(OF_A_DOCUMENT, {kind: _numbered(one) for kind, one in documents.items()})
        kinds |= dict.fromkeys(OF_AN_IMAGE, {kind: _numbered(one) for kind, one in images.items()})
        return kinds | {
            "wagtaildocs_serve": {kind: {"_0": one.pk, "_1": one.filename} for kind, one in documents.items()},
            "wagtail_serve": {
                "page": self._path(self.example),
                "draft": self._path(self.draft),
                "cancelled": self._path(self.cancelled),
                "for accounts": self._path(self.for_accounts),
                "for a group": self._path(self.for_a_group),
                "with a password": self._path(self.with_password),
            },
        }

    def _path(self, page: Page) -> Arguments:
        return {"_0": page.get_url().lstrip("/")}

    def _page_arguments(self, page: Page, parent: Page) -> Arguments:
        app, model = page._meta.app_label, page._meta.model_name
        revision = page.get_latest_revision()
        return {
            **dict.fromkeys(("page_id", "page_to_move_id", "pk", "object_id"), page.pk),
            **dict.fromkeys(("parent_page_id", "destination_id"), parent.pk),
            "content_type_app_name": app,
            "content_type_model_name": model,
            "app_label": app,
            "model_name": model,
            **dict.fromkeys(("revision_id", "revision_id_a", "revision_id_b"), revision.pk),
            "action_name": "unpublish",
        }

    @cached_property
    def queries(self) -> dict[str, str]:
        """The query strings that addresses make no sense without."""
        block, today = next(iter(self.news.body.stream_block.child_blocks.values())), timezone.localdate()
        return {
            "wagtailadmin_api:pages:find": f"?id={self.example.pk}",
            "wagtailadmin_api:documents:find": f"?id={self.document.pk}",
            "wagtailadmin_api:images:find": f"?id={self.image.pk}",
            "wagtail_bulk_action": f"?id={self.example.pk}&next=/beheer/",
            "wagtailadmin_block_preview": f"?id={block.definition_prefix}",
            "buy_calendar": f"?category={Category.objects.first().slug}&value_class=221k_1m&start={today}",
        }

    @cached_property
    def special(self) -> dict[str, Arguments]:
        """Arguments that mean something else in some patterns, by the names of those."""
        terms = {
            "taxonomy_theme": Theme.objects.first(),
            "taxonomy_category": Category.objects.first(),
            "taxonomy_organisation": self.example.organisation,
            "taxonomy_person": self.person,
            "taxonomy_labtag": self.tag,
            "taxonomy_ambitionweb": AmbitionWeb.objects.first(),
            "taxonomy_ambitionaxis": AmbitionAxis.objects.first(),
            "search_synonymgroup": self.synonyms,
            "search_promotedresult": self.promoted,
            "events_meetingseries": self.series,
            "harvest_otherlab": self.lab,
        }
        key, token = self.meeting.translation_key, make_token(self.row, SIGN_UP)
        action = ActionProgress(uuid=self.action.key, language="nl")
        return {
            **{f"wagtailsnippet*s_{name}:*": {"pk": term.pk} for name, term in terms.items()},
            "wagtail_bulk_action": {"app_label": "wagtailcore", "model_name": "page", "action": "unpublish"},
            "wagtailadmin_collections:*": {"pk": self.private.pk},
            "wagtailadmin_workflows:add_task": {"app_label": "wagtailcore", "model_name": "groupapprovaltask"},
            "wagtailadmin_workflows:*task*": {"pk": Task.objects.first().pk},
            "wagtailadmin_workflows:*": {
                "pk": Workflow.objects.get().pk,
                "page_pk": Page.get_first_root_node().pk,
                "workflow_pk": Workflow.objects.get().pk,
            },
            "wagtailadmin_tag_model_autocomplete": {"app_name": "taxonomy", "model_name": "labtag"},
            "wagtailsettings:*": {
                "app_name": "casestudies",
                "model_name": "followupsettings",
                "pk": self.settings.pk,
            },
            "simple_translation:submit_snippet_translation": {
                "app_label": "taxonomy",
                "model_name": "theme",
                "pk": Theme.objects.first().pk,
            },
            "wagtaildocs:*": {"uploaded_file_id": self.uploads[LabDocument].pk},
            "wagtailimages:*": {"uploaded_file_id": self.uploads[LabImage].pk},
            "wagtailsites:*": {"pk": Site.objects.get().pk},
            "wagtailusers_users:*": {"pk": self.colleague.pk},
            "reset_second_factor": {"pk": self.colleague.pk},
            "mfa_remove_webauthn": {"pk": self.passkey.pk},
            "wagtailusers_groups:*": {"pk": Group.objects.get(name=EDITOR).pk},
            "wagtailadmin_password_reset_confirm": {
                "uidb64": urlsafe_base64_encode(force_bytes(self.colleague.pk)),
                "token": default_token_generator.make_token(self.colleague),
            },
            "grow_example": {"pk": self.example.pk},
            "follow_up_answer": {"key": self.answer.uuid},
            "colleague": {"pk": self.person.pk},
            "consent": {"token": make_token(self.consent, CONSENT)},
            "ask_consent": {"pk": self.person.pk},
            "search:theme": {"slug": Theme.objects.first().slug},
            "search:category": {"slug": Category.objects.first().slug},
            "search:organisation": {"slug": self.example.organisation.slug},
            "search:tag": {"slug": self.tag.slug},
            "promises:follow_up": {"token": make_token(self.follow_up, FOLLOW_UP)},
            "promises:*": {"slug": self.study.organisation.slug},
            "events:*theme": {"slug": Theme.objects.first().slug},
            "events:*category": {"slug": Category.objects.first().slug},
            "events:interest_report": {"key": self.past.translation_key},
            "events:interest_opening": {"key": self.not_open_yet.translation_key},
            "events:interest": {"token": make_token(self.interest, INTEREST)},
            "events:agreed_action": {"token": make_token(action, AGREED_ACTION)},
            "events:intention_link*": {"key": self.begun},
            "events:intention": {"token": make_token(self.writing, INTENTION)},
            "events:my_intention": {"token": make_token(self.intention, MY_INTENTION)},
            "events:*": {"key": key, "token": token},
            "file": {"name": "voorbeelden", "form": "ndjson"},
            "/api/v1/voorbeelden/*": {"id": self.example.translation_key},
            "/api/v1/casestudies/*": {"id": self.study.translation_key},
            "/api/v1/criteria/*": {"id": self.criterion.uuid},
            "/api/v1/bijeenkomsten/*": {"id": key},
            "/api/v1/nieuws/*": {"id": self.news.translation_key},
            "/api/v1/instrumenten/*": {"id": self.tool.translation_key},
            "/api/v1/organisaties/*": {"code": self.example.organisation.slug},
            "/api/v1/themas/*": {"code": Theme.objects.first().slug},
            "/api/v1/categorieen/*": {"code": Category.objects.first().slug},
            "/api/v1/trefwoorden/*": {"code": self.tag.slug},
            "sign_ups:check_in_by_code": {"token": make_token(self.row, CHECK_IN)},
            "sign_ups:*": {"key": key, "page_id": self.meeting.pk},
        }

    @cached_property
    def common(self) -> Arguments:
        """Arguments that mean the same wherever they stand."""
        return {
            "task_state_id": self.workflow_state.current_task_state.pk,
            "task_id": Task.objects.first().pk,
            "workflow_state_id": self.workflow_state.pk,
            "collection_id": self.private.pk,
            "session_id": self.editing.pk,
            "job_id": self.job,
            "sign_up": self.row.uuid,
            "mail": self.mail.uuid,
            "redirect_id": self.redirect.pk,
            "document_id": self.document.pk,
            "image_id": self.image.pk,
            "filter_spec": "width-100",
            "restriction_id": self.restriction.pk,
            "page_view_restriction_id": self.password.pk,
            "page_id": self.with_password.pk,
            "section": "pages",
            "token": "no-token",
            "provider_id": "organisation",
            "path": self.image.file.name,
        }


def _numbered(file: LabDocument | LabImage) -> Arguments:
    return dict.fromkeys(("pk", "document_id", "doc_id", "image_id"), file.pk)
