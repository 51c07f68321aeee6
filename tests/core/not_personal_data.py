"""Columns that can hold a text and are in no entry of the register of personal data, and why not."""

REASONS: dict[str, str] = {
    # What is published, or will be. Whoever is named there agreed to it; an editor takes a name out, and the desk lists
    # the pages that name somebody (entry `pages`).
    "content": """
        casestudies.CaseStudyAdoption: url
        casestudies.CaseStudyAmbition: note
        casestudies.CaseStudyCriterion: text tool_number proof outcome
        casestudies.CaseStudyIndexPage: summary intro
        casestudies.CaseStudyPage: summary tip highlight source_url taken_over_from licence occasion goal approach
            result what_worked what_disappointed why_it_inspires cpv_codes tender_notice_url transferability_note
            conditions formal_steering informal_steering reviewer
        casestudies.ClauseSettings: worth_en worth_nl
        casestudies.CriterionIndexPage: summary intro
        casestudies.ExampleCriterion: text
        casestudies.ExampleIndexPage: summary intro
        casestudies.ExamplePage: summary why_it_inspires tip highlight source_url taken_over_from licence
            what_was_done
        casestudies.FollowUp: title note role
        casestudies.Result: indicator unit source
        core.LabDocument: title file former_names licence
        core.LabImage: title description file credit license
        events.AgreedAction: what who
        events.MeetingContributor: described_as
        events.MeetingIndexPage: summary intro
        events.MeetingPage: summary question roles trades venue_name venue_address accessibility_note map_url online_url
            cancellation_reason report
        events.MeetingSeries: name
        events.ProgrammeItem: title description speaker
        events.SeatPool: place
        harvest.HarvestedStory: resource language url licence taken_over_from title summary highlight labels words
            criteria
        harvest.OtherLab: name url pages problem
        pages.ColleagueIndexPage: summary intro
        pages.ContactPage: summary body email
        pages.ContactSubject: name email
        pages.HomePage: summary heading lead
        pages.NewsIndexPage: summary intro
        pages.NewsPage: summary body taken_over_from licence
        pages.OrganisationIndexPage: summary intro
        pages.StandardPage: summary body
        pages.ToolIndexPage: summary intro
        pages.ToolPage: summary phases roles link version body taken_over_from licence
        search.PromotedResult: phrases
        search.SynonymGroup: phrases
        taxonomy.AmbitionAxis: name_nl name_en
        taxonomy.AmbitionWeb: name version source_url level_1_nl level_1_en level_2_nl level_2_en level_3_nl level_3_en
        taxonomy.Category: slug name_nl name_en introduction_nl introduction_en synonyms icon cpv_codes
        taxonomy.LabTag: slug name
        taxonomy.Organisation: slug name introduction_nl introduction_en website aliases
        taxonomy.Theme: slug name_nl name_en introduction_nl introduction_en synonyms icon
        wagtailcore.Collection: path name
        wagtailcore.Page: path title draft_title slug url_path seo_title search_description
        wagtailcore.Site: hostname site_name
        wagtailcore.Task: name
        wagtailcore.Workflow: name
        wagtailredirects.Redirect: old_path redirect_page_route_path redirect_link
    """,
    # Made from pages, persons and organisations by triggers and signals, and gone with them. The canary proves it.
    "made from other rows, and gone with them": """
        search.IndexTerm: language term shown
        search.IndexedEntry: language terms levels words
        search.PostingList: postings
        search.SearchEntry: part language kind title sort_title summary highlight body labels facets url_path
        search.Segment: content
        search.Tombstone: language terms
        wagtailcore.ReferenceIndex: object_id to_object_id model_path content_path
        wagtailsearch.IndexEntry: object_id autocomplete title body title_text body_text
    """,
    "names, keys and codes of the program": """
        api.FileSize: entity_tag form name
        auth.Group: name
        auth.Permission: name codename
        casestudies.FollowUpAnswer: figures
        casestudies.FollowUpMail: dedupe_key language
        contenttypes.ContentType: app_label model
        core.FailedPlan: object_id reason
        core.LabDocument: file_hash
        core.LabImage: file_hash
        core.LabRendition: filter_spec file focal_point_key
        demo.DemoItem: key
        events.DeskAccess: action
        events.OutgoingMail: dedupe_key
        mfa.Authenticator: type
        socialaccount.SocialAccount: provider
        taxonomy.ConsentRequest: dedupe_key text_version
        procrastinate.ProcrastinateJob: queue_name task_name lock queueing_lock
        procrastinate.ProcrastinatePeriodicDefer: task_name periodic_id
        provision.ProvisionedItem: key
        search.ElasticsearchChange: problem
        search.ElasticsearchIndex: name schema
        search.PoorSearch: language
        search.StaleSource: kind
        wagtailadmin.EditingSession: object_id
        wagtailadmin.FormState: object_id parent_object_id
        wagtailcore.Comment: contentpath position
        wagtailcore.Locale: language_code
        wagtailcore.ModelLogEntry: action object_id
        wagtailcore.PageLogEntry: action
        wagtailcore.Revision: object_id
        wagtailcore.WorkflowState: object_id
        wagtailusers.UserProfile: preferred_language current_time_zone dismissibles
    """,
    "secrets, as a digest that leads to nobody; or one for many": """
        accounts.User: password
        core.AttemptCounter: key
        wagtailcore.CollectionViewRestriction: password
        wagtailcore.PageViewRestriction: password
    """,
    "tables of Wagtail and allauth that this site does not use": """
        account.EmailAddress: email
        account.EmailConfirmation: key
        socialaccount.SocialApp: provider name client_id secret key provider_id settings
        socialaccount.SocialToken: token token_secret
        taggit.Tag: name slug
        wagtailcore.APIToken: name key_hash prefix
        wagtailcore.UploadedFile: file
        wagtaildocs.Document: title file file_hash
        wagtailembeds.Embed: url hash html title author_name provider_name thumbnail_url
        wagtailimages.Image: title file description file_hash
        wagtailimages.Rendition: filter_spec file focal_point_key
    """,
}

TABLES_WITHOUT_A_MODEL = {
    "django_migrations": "the program's own",
    "procrastinate_events": "kinds and moments",
    "procrastinate_workers": "moments",
}


def columns() -> set[str]:
    """`app_label.Model.field` of each."""
    found = set()
    for listed in REASONS.values():
        model = ""
        for word in listed.split():
            if word.endswith(":"):
                model = word[:-1]
            else:
                found.add(f"{model}.{word}")
    return found
