"""What PostgreSQL knows about Dutch and English, and the functions that keep the read model true.

Which table calls which function is said in `livinglab.search.triggers`, after every migration, since page types come
and go. The rules that the functions and `livinglab.search.sync` follow:

- who writes entries holds the advisory lock 5301742003, shared; then, for a page or person, the lock on its row;
- a change that is felt in the entries of many sources (a name, privacy) takes that advisory lock alone, and so sees
  every entry that was made from what it changes; a move takes it shared, since privacy goes by place;
- an organisation is such a name, and its own entries come from its row alone: nobody locks that row to index it, or
  somebody who renames it and somebody who indexes it would wait for one another;
- marks in `search_stalesource` are only added and deleted.
"""

from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations

CONFIGURATIONS = """
CREATE TEXT SEARCH CONFIGURATION livinglab_{language} (COPY = pg_catalog.{base});
ALTER TEXT SEARCH CONFIGURATION livinglab_{language}
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, {stemmer};
"""

FUNCTIONS = """
CREATE FUNCTION search_mark(of_kind text, ids bigint[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO search_stalesource (kind, source_id, transaction_id)
    SELECT DISTINCT of_kind, id, pg_current_xact_id()::text::bigint FROM unnest(ids) AS id
    ON CONFLICT (kind, source_id, transaction_id) DO NOTHING;
$$;

-- Whatever has a value of a facet. `stored` is the value as the read model holds it.
CREATE FUNCTION search_mark_having(stored integer) RETURNS void LANGUAGE sql AS $$
    WITH holder AS MATERIALIZED (
        SELECT page_id, organisation_id, person_id FROM search_searchentry WHERE facets && ARRAY[stored]
    )
    SELECT
        search_mark('page', ARRAY(SELECT page_id FROM holder WHERE page_id IS NOT NULL)),
        search_mark('organisation', ARRAY(SELECT organisation_id FROM holder WHERE organisation_id IS NOT NULL)),
        search_mark('person', ARRAY(SELECT person_id FROM holder WHERE person_id IS NOT NULL));
$$;

-- A page and all its aliases, and the aliases of these: what is private about it is private about them.
CREATE FUNCTION search_aliases(id_of_page integer) RETURNS TABLE (path text) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE door AS (
        SELECT id, path FROM wagtailcore_page WHERE id = id_of_page
        UNION
        SELECT alias.id, alias.path FROM wagtailcore_page AS alias JOIN door ON alias.alias_of_id = door.id
    )
    SELECT path FROM door;
$$;

-- Privacy counts for a page and all below it, and goes from a page to its aliases (Page.get_view_restrictions).
CREATE FUNCTION search_page_is_public(page_path text) RETURNS boolean LANGUAGE sql STABLE AS $$
    WITH RECURSIVE guard AS (
        SELECT id, alias_of_id FROM wagtailcore_page
        WHERE path = ANY (ARRAY(SELECT left(page_path, step) FROM generate_series(4, length(page_path), 4) AS step))
        UNION
        SELECT source.id, source.alias_of_id FROM wagtailcore_page AS source JOIN guard ON source.id = guard.alias_of_id
    )
    SELECT NOT EXISTS (
        SELECT FROM wagtailcore_pageviewrestriction WHERE page_id IN (SELECT id FROM guard)
    );
$$;

-- What was private may be public now and the other way round, for a page, its aliases and all below these.
CREATE FUNCTION search_on_privacy_change(id_of_page integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    ids integer[];
BEGIN
    PERFORM pg_advisory_xact_lock(5301742003);
    ids := ARRAY(
        SELECT page.id FROM wagtailcore_page AS page JOIN search_aliases(id_of_page) AS door
        ON starts_with(page.path, door.path) WHERE page.live
    );
    DELETE FROM search_searchentry AS entry USING wagtailcore_page AS page
    WHERE entry.page_id = ANY (ids) AND page.id = entry.page_id AND NOT search_page_is_public(page.path);
    PERFORM search_mark('page', ids);
END;
$$;

-- A row of the page table itself: life, address and privacy are carried over at once, the rest is marked.
CREATE FUNCTION search_on_page_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    bookkeeping CONSTANT text[] := ARRAY[
        'path', 'depth', 'numchild', 'url_path', 'slug', 'draft_title', 'has_unpublished_changes', 'latest_revision_id',
        'live_revision_id', 'latest_revision_created_at', 'go_live_at', 'expire_at', 'expired', 'owner_id', 'locked',
        'locked_at', 'locked_by_id', 'show_in_menus'
    ];
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_stalesource WHERE kind = 'page' AND source_id = OLD.id;
        DELETE FROM search_searchentry WHERE page_id = OLD.id;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.path <> OLD.path THEN
        PERFORM pg_advisory_xact_lock_shared(5301742003);
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.alias_of_id IS DISTINCT FROM OLD.alias_of_id THEN
        PERFORM search_on_privacy_change(NEW.id);
    END IF;
    IF NOT NEW.live OR NOT search_page_is_public(NEW.path) THEN
        DELETE FROM search_searchentry WHERE page_id = NEW.id;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.url_path <> OLD.url_path THEN
            UPDATE search_searchentry SET url_path = NEW.url_path WHERE page_id = NEW.id;
        END IF;
        IF to_jsonb(NEW) - bookkeeping = to_jsonb(OLD) - bookkeeping
            AND (NEW.path = OLD.path OR EXISTS (SELECT FROM search_searchentry WHERE page_id = NEW.id))
        THEN
            RETURN NULL;
        END IF;
    END IF;
    PERFORM search_mark('page', ARRAY[NEW.id]);
    RETURN NULL;
END;
$$;

-- A row that says something about a page or person: a page type's own table, a child table, a many-to-many relation.
-- Arguments: the kind of source, and the column with its id. What nobody sees is not marked.
CREATE FUNCTION search_on_content_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids bigint[] := '{}';
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) = to_jsonb(OLD) THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        ids := ids || (to_jsonb(NEW) ->> TG_ARGV[1])::bigint;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        ids := ids || (to_jsonb(OLD) ->> TG_ARGV[1])::bigint;
    END IF;
    IF TG_ARGV[0] = 'page' THEN
        PERFORM search_mark('page', ARRAY(SELECT id FROM wagtailcore_page WHERE id = ANY (ids) AND live));
    ELSE
        PERFORM search_mark('person', ARRAY(
            SELECT id FROM taxonomy_person WHERE id = ANY (ids) AND consent_to_show
        ));
    END IF;
    RETURN NULL;
END;
$$;

-- A theme, category, organisation or tag. Arguments: its facet's number and code. Deleting one changes what refers to
-- it first. An organisation has entries of its own.
CREATE FUNCTION search_on_term_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) <> to_jsonb(OLD) THEN
        PERFORM pg_advisory_xact_lock(5301742003);
        PERFORM search_mark_having(TG_ARGV[0]::integer * 10000000 + OLD.id::integer);
    END IF;
    IF TG_ARGV[1] = 'organisation' THEN
        IF TG_OP = 'DELETE' THEN
            PERFORM pg_advisory_xact_lock(5301742003);
            DELETE FROM search_stalesource WHERE kind = 'organisation' AND source_id = OLD.id;
            DELETE FROM search_searchentry WHERE organisation_id = OLD.id;
        ELSIF TG_OP = 'INSERT' OR to_jsonb(NEW) <> to_jsonb(OLD) THEN
            PERFORM search_mark('organisation', ARRAY[NEW.id]);
        END IF;
    END IF;
    RETURN NULL;
END;
$$;

-- A person. Who no longer agrees to be shown is gone from the read model with the same statement.
CREATE FUNCTION search_on_person_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NOT NEW.consent_to_show THEN
        DELETE FROM search_stalesource WHERE kind = 'person' AND source_id = coalesce(OLD.id, NEW.id);
        DELETE FROM search_searchentry WHERE person_id = coalesce(OLD.id, NEW.id);
    ELSIF TG_OP = 'INSERT' OR to_jsonb(NEW) <> to_jsonb(OLD) THEN
        PERFORM search_mark('person', ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
END;
$$;

CREATE FUNCTION search_on_restriction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        PERFORM search_on_privacy_change(NEW.page_id);
    END IF;
    IF TG_OP <> 'INSERT' THEN
        PERFORM search_on_privacy_change(OLD.page_id);
    END IF;
    RETURN NULL;
END;
$$;
"""

DROP_FUNCTIONS = """
DROP FUNCTION search_on_restriction_change CASCADE;
DROP FUNCTION search_on_person_change CASCADE;
DROP FUNCTION search_on_term_change CASCADE;
DROP FUNCTION search_on_content_change CASCADE;
DROP FUNCTION search_on_page_change CASCADE;
DROP FUNCTION search_on_privacy_change(integer);
DROP FUNCTION search_page_is_public(text);
DROP FUNCTION search_aliases(integer);
DROP FUNCTION search_mark_having(integer);
DROP FUNCTION search_mark(text, bigint[]);
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0001_entries"), ("taxonomy", "0001_initial"), ("wagtailcore", "0001_initial")]

    operations = [
        UnaccentExtension(),
        *(
            migrations.RunSQL(
                CONFIGURATIONS.format(language=language, base=base, stemmer=stemmer),
                f"DROP TEXT SEARCH CONFIGURATION livinglab_{language}",
            )
            for language, base, stemmer in [("nl", "dutch", "dutch_stem"), ("en", "english", "english_stem")]
        ),
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
    ]
