-- Made by `make schema`, of migrations with the digest 971aba61952eb5e433322407146cdb770ef3b9daf0eff94b2417ac1c29928437
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.events_on_name_withdrawn() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM search_searchentry WHERE page_id = OLD.page_id;
    RETURN NULL;
END;
$$;
CREATE FUNCTION public.events_on_person_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF (OLD.name, OLD.job_title, OLD.role, OLD.consent_to_show, OLD.organisation_id)
        IS NOT DISTINCT FROM (NEW.name, NEW.job_title, NEW.role, NEW.consent_to_show, NEW.organisation_id)
    THEN
        RETURN NULL;
    END IF;
    IF OLD.consent_to_show AND NOT NEW.consent_to_show THEN
        DELETE FROM search_searchentry
        WHERE page_id IN (SELECT page_id FROM events_meetingcontributor WHERE person_id = NEW.id AND NOT may_be_named);
    END IF;
    PERFORM search_mark('page', ARRAY(
        SELECT page.id FROM events_meetingcontributor AS contributor
        JOIN wagtailcore_page AS page ON page.id = contributor.page_id
        WHERE contributor.person_id = NEW.id AND page.live
    ));
    RETURN NULL;
END;
$$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.search_aliases(id_of_page integer) RETURNS TABLE(path text)
    LANGUAGE sql STABLE
    AS $$
    WITH RECURSIVE door AS (
        SELECT id, path FROM wagtailcore_page WHERE id = id_of_page
        UNION
        SELECT alias.id, alias.path FROM wagtailcore_page AS alias JOIN door ON alias.alias_of_id = door.id
    )
    SELECT path FROM door;
$$;
CREATE FUNCTION public.search_give_version() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.version := OLD.version;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    NEW.version := nextval('search_version');
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.search_keep_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    changed CONSTANT bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END;
    version_now bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM search_elasticsearchindex) THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        version_now := nextval('search_version');
    ELSIF TG_OP = 'UPDATE' AND NEW.version = OLD.version THEN
        RETURN NULL;
    ELSE
        version_now := NEW.version;
    END IF;
    INSERT INTO search_elasticsearchchange (index_id, entry_id, version)
    SELECT id, changed, version_now FROM search_elasticsearchindex;
    INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args)
    VALUES (
        'search', 'livinglab.search.tasks.send_changes',
        'send_changes of transaction ' || pg_current_xact_id()::text, '{}'
    )
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END;
$$;
CREATE FUNCTION public.search_mark(of_kind text, ids bigint[]) RETURNS void
    LANGUAGE sql
    AS $$
    INSERT INTO search_stalesource (kind, source_id, transaction_id)
    SELECT DISTINCT of_kind, id, pg_current_xact_id()::text::bigint FROM unnest(ids) AS id
    ON CONFLICT (kind, source_id, transaction_id) DO NOTHING;
$$;
CREATE FUNCTION public.search_mark_having(stored integer) RETURNS void
    LANGUAGE sql
    AS $$
    WITH holder AS MATERIALIZED (
        SELECT page_id, organisation_id, person_id, harvested_id FROM search_searchentry WHERE facets && ARRAY[stored]
    )
    SELECT
        search_mark('page', ARRAY(SELECT page_id FROM holder WHERE page_id IS NOT NULL)),
        search_mark('organisation', ARRAY(SELECT organisation_id FROM holder WHERE organisation_id IS NOT NULL)),
        search_mark('person', ARRAY(SELECT person_id FROM holder WHERE person_id IS NOT NULL)), search_mark('harvested', ARRAY(SELECT harvested_id FROM holder WHERE harvested_id IS NOT NULL));
$$;
CREATE FUNCTION public.search_on_content_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.search_on_entry_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM search_indexedentry WHERE entry_id = OLD.id;
    RETURN NULL;
END;
$$;
CREATE FUNCTION public.search_on_harvested_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM search_stalesource WHERE kind = 'harvested' AND source_id = OLD.id;
        DELETE FROM search_searchentry WHERE harvested_id = OLD.id;
    ELSIF TG_OP = 'INSERT' OR to_jsonb(NEW) <> to_jsonb(OLD) THEN
        PERFORM search_mark('harvested', ARRAY[NEW.id]);
    END IF;
    RETURN NULL;
END;
$$;
CREATE FUNCTION public.search_on_indexed_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO search_pendingentry (number) VALUES (NEW.number);
        RETURN NULL;
    END IF;
    DELETE FROM search_pendingentry WHERE number = OLD.number;
    IF NOT FOUND THEN
        INSERT INTO search_tombstone (number, language, terms) VALUES (OLD.number, OLD.language, OLD.terms);
    END IF;
    RETURN NULL;
END;
$$;
CREATE FUNCTION public.search_on_page_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.search_on_person_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.search_on_privacy_change(id_of_page integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.search_on_restriction_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.search_on_term_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.search_page_is_public(page_path text) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
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
CREATE TEXT SEARCH CONFIGURATION public.livinglab_en (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR asciiword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR word WITH public.unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR hword_part WITH public.unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR hword_asciipart WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR asciihword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR hword WITH public.unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_en
    ADD MAPPING FOR uint WITH simple;
CREATE TEXT SEARCH CONFIGURATION public.livinglab_nl (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR asciiword WITH dutch_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR word WITH public.unaccent, dutch_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR hword_part WITH public.unaccent, dutch_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR hword_asciipart WITH dutch_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR asciihword WITH dutch_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR hword WITH public.unaccent, dutch_stem;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.livinglab_nl
    ADD MAPPING FOR uint WITH simple;
CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);
ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    email character varying(254) NOT NULL,
    log_in_generation integer DEFAULT 0 NOT NULL,
    CONSTRAINT accounts_user_log_in_generation_check CHECK ((log_in_generation >= 0))
);
CREATE TABLE public.accounts_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.accounts_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.accounts_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.accounts_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.api_filesize (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    form character varying(10) NOT NULL,
    entity_tag character varying(80) NOT NULL,
    bytes bigint NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    CONSTRAINT api_filesize_bytes_check CHECK ((bytes >= 0))
);
ALTER TABLE public.api_filesize ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.api_filesize_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);
ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);
ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);
ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudyadoption (
    id bigint NOT NULL,
    sort_order integer,
    adopted_on date,
    url character varying(200) NOT NULL,
    case_study_id integer NOT NULL,
    organisation_id bigint,
    page_id integer
);
ALTER TABLE public.casestudies_casestudyadoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudyadoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudyambition (
    id bigint NOT NULL,
    sort_order integer,
    level smallint NOT NULL,
    note character varying(200) NOT NULL,
    axis_id bigint,
    case_study_id integer NOT NULL,
    CONSTRAINT casestudies_casestudyambition_level_check CHECK ((level >= 0))
);
ALTER TABLE public.casestudies_casestudyambition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudyambition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudycriterion (
    id bigint NOT NULL,
    sort_order integer,
    uuid uuid NOT NULL,
    kind character varying(20) NOT NULL,
    text text NOT NULL,
    tool_number character varying(40) NOT NULL,
    weight smallint,
    level smallint,
    proof text NOT NULL,
    outcome text NOT NULL,
    page_id integer NOT NULL,
    theme_id bigint,
    CONSTRAINT casestudies_casestudycriterion_level_check CHECK ((level >= 0)),
    CONSTRAINT casestudies_casestudycriterion_weight_check CHECK ((weight >= 0)),
    CONSTRAINT criterion_level_known CHECK (((level IS NULL) OR (level = ANY (ARRAY[1, 2, 3])))),
    CONSTRAINT criterion_weight_of_award CHECK (((weight IS NULL) OR (((kind)::text = 'award'::text) AND (weight >= 1) AND (weight <= 100))))
);
ALTER TABLE public.casestudies_casestudycriterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudycriterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudydocument (
    id bigint NOT NULL,
    sort_order integer,
    document_id bigint NOT NULL,
    case_study_id integer NOT NULL
);
ALTER TABLE public.casestudies_casestudydocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudydocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudyindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.casestudies_casestudypage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    year smallint NOT NULL,
    why_it_inspires text NOT NULL,
    tip text NOT NULL,
    highlight character varying(120) NOT NULL,
    source_url character varying(200) NOT NULL,
    origin character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    last_checked_on date,
    occasion text NOT NULL,
    goal text NOT NULL,
    approach text NOT NULL,
    result text NOT NULL,
    what_worked text NOT NULL,
    what_disappointed text NOT NULL,
    phase character varying(20) NOT NULL,
    procedure character varying(20) NOT NULL,
    value_class character varying(10) NOT NULL,
    cpv_codes character varying(10)[] NOT NULL,
    contract_starts_on date,
    contract_ends_on date,
    tender_notice_url character varying(200) NOT NULL,
    transferability character varying(10) NOT NULL,
    transferability_note character varying(200) NOT NULL,
    conditions text NOT NULL,
    reviewer character varying(120) NOT NULL,
    review_due_on date,
    category_id bigint,
    contact_id bigint,
    organisation_id bigint,
    picture_id bigint,
    costs integer,
    formal_steering text DEFAULT ''::text NOT NULL,
    hours integer,
    informal_steering text DEFAULT ''::text NOT NULL,
    lead_time_weeks smallint,
    licence character varying(20) DEFAULT ''::character varying NOT NULL,
    taken_over_from character varying(160) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT casestudies_casestudypage_costs_check CHECK ((costs >= 0)),
    CONSTRAINT casestudies_casestudypage_hours_check CHECK ((hours >= 0)),
    CONSTRAINT casestudies_casestudypage_lead_time_weeks_check CHECK ((lead_time_weeks >= 0)),
    CONSTRAINT casestudies_casestudypage_year_check CHECK ((year >= 0))
);
CREATE TABLE public.casestudies_casestudypage_themes (
    id bigint NOT NULL,
    casestudypage_id integer NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.casestudies_casestudypage_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudypage_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudyrelatedpage (
    id bigint NOT NULL,
    sort_order integer,
    case_study_id integer NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.casestudies_casestudyrelatedpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudyrelatedpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_casestudytag (
    id bigint NOT NULL,
    content_object_id integer NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.casestudies_casestudytag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_casestudytag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_clausesettings (
    id bigint NOT NULL,
    worth_nl text NOT NULL,
    worth_en text NOT NULL
);
ALTER TABLE public.casestudies_clausesettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_clausesettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_criterionindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.casestudies_examplecriterion (
    id bigint NOT NULL,
    sort_order integer,
    uuid uuid NOT NULL,
    kind character varying(20) NOT NULL,
    text text NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.casestudies_examplecriterion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_examplecriterion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_exampleindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.casestudies_examplepage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    year smallint NOT NULL,
    what_was_done text NOT NULL,
    why_it_inspires text NOT NULL,
    tip text NOT NULL,
    highlight character varying(120) NOT NULL,
    source_url character varying(200) NOT NULL,
    origin character varying(10) NOT NULL,
    status character varying(10) NOT NULL,
    last_checked_on date,
    category_id bigint,
    contact_id bigint,
    organisation_id bigint,
    picture_id bigint,
    licence character varying(20) DEFAULT ''::character varying NOT NULL,
    taken_over_from character varying(160) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT casestudies_examplepage_year_check CHECK ((year >= 0))
);
CREATE TABLE public.casestudies_examplepage_themes (
    id bigint NOT NULL,
    examplepage_id integer NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.casestudies_examplepage_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_examplepage_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_examplerelatedpage (
    id bigint NOT NULL,
    sort_order integer,
    example_id integer NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.casestudies_examplerelatedpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_examplerelatedpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_exampletag (
    id bigint NOT NULL,
    content_object_id integer NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.casestudies_exampletag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_exampletag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_followup (
    id bigint NOT NULL,
    translation_key uuid NOT NULL,
    date date NOT NULL,
    title character varying(100) NOT NULL,
    status character varying(10) NOT NULL,
    note character varying(300) NOT NULL,
    role character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    case_study_id integer NOT NULL,
    locale_id integer NOT NULL,
    person_id bigint
);
ALTER TABLE public.casestudies_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_followupanswer (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    follow_up uuid NOT NULL,
    page uuid NOT NULL,
    status character varying(10) NOT NULL,
    note character varying(300) NOT NULL,
    figures jsonb NOT NULL,
    answered_on date NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    ended_at timestamp with time zone,
    mail_id bigint
);
ALTER TABLE public.casestudies_followupanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_followupanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_followupmail (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    dedupe_key character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    claim uuid,
    resends smallint NOT NULL,
    ended_at timestamp with time zone,
    error character varying(200) NOT NULL,
    kind character varying(10) NOT NULL,
    follow_up uuid NOT NULL,
    page uuid NOT NULL,
    due_on date NOT NULL,
    language character varying(10) NOT NULL,
    email character varying(254) NOT NULL,
    CONSTRAINT casestudies_followupmail_resends_check CHECK ((resends >= 0)),
    CONSTRAINT follow_up_mail_ended_has_moment CHECK ((((ended_at IS NULL) AND ((state)::text = 'pending'::text)) OR ((NOT ((state)::text = 'pending'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT follow_up_mail_resent_at_most_once CHECK ((resends <= 1))
);
ALTER TABLE public.casestudies_followupmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_followupmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_followupsettings (
    id bigint NOT NULL,
    route character varying(10) NOT NULL
);
ALTER TABLE public.casestudies_followupsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_followupsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.casestudies_result (
    id bigint NOT NULL,
    translation_key uuid NOT NULL,
    sort_order integer,
    indicator character varying(80) NOT NULL,
    unit character varying(40) NOT NULL,
    direction character varying(10) NOT NULL,
    baseline numeric(30,10),
    promised numeric(30,10) NOT NULL,
    promised_to numeric(30,10),
    promised_by date,
    realised numeric(30,10),
    realised_to numeric(30,10),
    measured_on date,
    evidence character varying(10) NOT NULL,
    source character varying(200) NOT NULL,
    state character varying(12) NOT NULL,
    case_study_id integer NOT NULL,
    locale_id integer NOT NULL,
    theme_id bigint,
    CONSTRAINT result_promise_in_order CHECK (((promised_to IS NULL) OR (promised_to >= promised))),
    CONSTRAINT result_realised_in_order CHECK (((realised_to IS NULL) OR ((realised IS NOT NULL) AND (realised_to >= realised))))
);
ALTER TABLE public.casestudies_result ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casestudies_result_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_attempt_counter (
    key character varying(64) NOT NULL,
    attempts integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT core_attempt_counter_attempts_check CHECK ((attempts >= 0))
);
CREATE TABLE public.core_failedplan (
    id bigint NOT NULL,
    action character varying(10) NOT NULL,
    object_id character varying(255) NOT NULL,
    planned_for timestamp with time zone NOT NULL,
    failures integer NOT NULL,
    reason text NOT NULL,
    content_type_id integer NOT NULL,
    revision_id integer,
    CONSTRAINT core_failedplan_failures_check CHECK ((failures >= 0))
);
ALTER TABLE public.core_failedplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_failedplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_labdocument (
    id bigint NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    collection_id integer NOT NULL,
    uploaded_by_user_id bigint,
    former_names character varying(255)[] DEFAULT '{}'::character varying(255)[] NOT NULL,
    licence character varying(20) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT core_labdocument_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.core_labdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_labdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_labimage (
    id bigint NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    description character varying(255) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    file_size integer,
    file_hash character varying(40) NOT NULL,
    is_decorative boolean NOT NULL,
    credit character varying(160) NOT NULL,
    license character varying(80) NOT NULL,
    collection_id integer NOT NULL,
    uploaded_by_user_id bigint,
    CONSTRAINT core_labimage_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT core_labimage_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT core_labimage_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT core_labimage_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT core_labimage_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.core_labimage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_labimage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_labrendition (
    id bigint NOT NULL,
    filter_spec character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    image_id bigint NOT NULL
);
ALTER TABLE public.core_labrendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_labrendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.core_pagesuccession (
    id bigint NOT NULL,
    happened_at timestamp with time zone,
    page_id integer NOT NULL,
    successor_id integer NOT NULL
);
ALTER TABLE public.core_pagesuccession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_pagesuccession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.demo_demoitem (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    object_id bigint NOT NULL,
    only_changed boolean NOT NULL,
    content_type_id integer NOT NULL,
    CONSTRAINT demo_demoitem_object_id_check CHECK ((object_id >= 0))
);
ALTER TABLE public.demo_demoitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demo_demoitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.events_actionprogress (
    uuid uuid NOT NULL,
    language character varying(5) NOT NULL,
    done_at timestamp with time zone,
    note text NOT NULL,
    pool_id uuid NOT NULL
);
CREATE TABLE public.events_agreedaction (
    id bigint NOT NULL,
    sort_order integer,
    what character varying(250) NOT NULL,
    who character varying(120) NOT NULL,
    due_on date,
    status character varying(10) NOT NULL,
    page_id integer NOT NULL,
    key uuid DEFAULT gen_random_uuid() NOT NULL,
    owner_id bigint,
    owner_email character varying(254) DEFAULT ''::character varying NOT NULL
);
ALTER TABLE public.events_agreedaction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_agreedaction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_deskaccess (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action character varying(60) NOT NULL,
    is_change boolean NOT NULL,
    meeting uuid,
    sign_up uuid,
    user_id bigint
);
ALTER TABLE public.events_deskaccess ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_deskaccess_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_intention (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(5) NOT NULL,
    text text NOT NULL,
    may_be_read boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    answer character varying(10) NOT NULL,
    answer_text text NOT NULL,
    answered_at timestamp with time zone,
    proposed_at timestamp with time zone,
    forgotten_at timestamp with time zone,
    pool_id uuid NOT NULL,
    sign_up_id bigint,
    CONSTRAINT intention_answered_has_moment CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL)) OR ((NOT ((answer)::text = ''::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT intention_forgotten_holds_nothing CHECK ((((answer_text = ''::text) AND ((email)::text = ''::text) AND (forgotten_at IS NOT NULL) AND (text = ''::text)) OR ((forgotten_at IS NULL) AND (NOT ((email)::text = ''::text)) AND (NOT (text = ''::text)))))
);
ALTER TABLE public.events_intention ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_intention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_interest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(5) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    category_id bigint,
    report_of_id uuid,
    theme_id bigint,
    opening_of_id uuid,
    CONSTRAINT interest_email_normal CHECK ((((email)::text = lower((email)::text)) AND (NOT ((email)::text ~ '[[:space:][:cntrl:]]'::text)) AND (NOT ((email)::text = ''::text)))),
    CONSTRAINT interest_in_one_thing CHECK ((((category_id IS NULL) AND (opening_of_id IS NULL) AND (report_of_id IS NULL) AND (theme_id IS NOT NULL)) OR ((category_id IS NOT NULL) AND (opening_of_id IS NULL) AND (report_of_id IS NULL) AND (theme_id IS NULL)) OR ((category_id IS NULL) AND (opening_of_id IS NULL) AND (report_of_id IS NOT NULL) AND (theme_id IS NULL)) OR ((category_id IS NULL) AND (opening_of_id IS NOT NULL) AND (report_of_id IS NULL) AND (theme_id IS NULL))))
);
ALTER TABLE public.events_interest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_interest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_outgoingmail (
    id bigint CONSTRAINT events_mailintent_id_not_null NOT NULL,
    uuid uuid CONSTRAINT events_mailintent_uuid_not_null NOT NULL,
    kind character varying(20) CONSTRAINT events_mailintent_kind_not_null NOT NULL,
    dedupe_key character varying(120) CONSTRAINT events_mailintent_dedupe_key_not_null NOT NULL,
    calendar_sequence integer CONSTRAINT events_mailintent_calendar_sequence_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT events_mailintent_created_at_not_null NOT NULL,
    state character varying(10) CONSTRAINT events_mailintent_state_not_null NOT NULL,
    claim uuid,
    resends smallint CONSTRAINT events_mailintent_resends_not_null NOT NULL,
    ended_at timestamp with time zone,
    error character varying(200) CONSTRAINT events_mailintent_error_not_null NOT NULL,
    sign_up_id bigint,
    about_id uuid,
    interest_id bigint,
    message_id bigint,
    action_id uuid,
    intention_id bigint,
    CONSTRAINT events_mailintent_calendar_sequence_check CHECK ((calendar_sequence >= 0)),
    CONSTRAINT events_mailintent_resends_check CHECK ((resends >= 0)),
    CONSTRAINT mail_ended_has_moment CHECK ((((ended_at IS NULL) AND ((state)::text = 'pending'::text)) OR ((NOT ((state)::text = 'pending'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT mail_message_has_text CHECK ((((message_id IS NULL) OR ((kind)::text = 'message'::text)) AND (1 = (
CASE
    WHEN (message_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((kind)::text = 'message'::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT mail_resent_at_most_once CHECK ((resends <= 1)),
    CONSTRAINT mail_to_one_recipient CHECK ((((action_id IS NULL) AND (intention_id IS NULL) AND (interest_id IS NULL) AND (sign_up_id IS NOT NULL)) OR ((action_id IS NULL) AND (intention_id IS NULL) AND (interest_id IS NOT NULL) AND (sign_up_id IS NULL)) OR ((action_id IS NOT NULL) AND (intention_id IS NULL) AND (interest_id IS NULL) AND (sign_up_id IS NULL)) OR ((action_id IS NULL) AND (intention_id IS NOT NULL) AND (interest_id IS NULL) AND (sign_up_id IS NULL))))
);
ALTER TABLE public.events_outgoingmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_mailintent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingcontributor (
    id bigint NOT NULL,
    sort_order integer,
    role character varying(10) NOT NULL,
    organisation_id bigint,
    person_id bigint,
    page_id integer NOT NULL,
    described_as character varying(120) DEFAULT ''::character varying NOT NULL,
    may_be_named boolean DEFAULT false NOT NULL
);
ALTER TABLE public.events_meetingcontributor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingcontributor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingdocument (
    id bigint NOT NULL,
    sort_order integer,
    document_id bigint NOT NULL,
    meeting_id integer NOT NULL
);
ALTER TABLE public.events_meetingdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.events_meetingpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    kind character varying(20) NOT NULL,
    question text NOT NULL,
    roles character varying(20)[] NOT NULL,
    trades character varying(20)[] NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    form character varying(10) NOT NULL,
    venue_name character varying(120) NOT NULL,
    venue_address character varying(200) NOT NULL,
    accessibility_note text NOT NULL,
    map_url character varying(200) NOT NULL,
    online_url character varying(200) NOT NULL,
    capacity smallint NOT NULL,
    sign_up_opens_at timestamp with time zone,
    sign_up_closes_at timestamp with time zone,
    is_cancelled boolean NOT NULL,
    report jsonb NOT NULL,
    category_id bigint,
    picture_id bigint,
    series_id bigint,
    cancellation_reason character varying(300) DEFAULT ''::character varying NOT NULL,
    new_starts_at timestamp with time zone,
    online_capacity smallint,
    day_only boolean DEFAULT false NOT NULL,
    CONSTRAINT events_meetingpage_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT events_meetingpage_online_capacity_check CHECK ((online_capacity >= 0))
);
CREATE TABLE public.events_meetingpage_themes (
    id bigint NOT NULL,
    meetingpage_id integer NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.events_meetingpage_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingpage_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingpresentation (
    id bigint NOT NULL,
    sort_order integer,
    document_id bigint NOT NULL,
    meeting_id integer NOT NULL
);
ALTER TABLE public.events_meetingpresentation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingpresentation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingrelatedpage (
    id bigint NOT NULL,
    sort_order integer,
    meeting_id integer NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.events_meetingrelatedpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingrelatedpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingseries (
    id bigint NOT NULL,
    name character varying(120) NOT NULL
);
ALTER TABLE public.events_meetingseries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingseries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_meetingtag (
    id bigint NOT NULL,
    content_object_id integer NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.events_meetingtag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_meetingtag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_organisermessage (
    id bigint NOT NULL,
    audience character varying(10) NOT NULL,
    subject character varying(120) NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    author_id bigint,
    pool_id uuid NOT NULL,
    submission_id uuid NOT NULL
);
ALTER TABLE public.events_organisermessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_organisermessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_programmeitem (
    id bigint NOT NULL,
    sort_order integer,
    "time" time without time zone NOT NULL,
    title character varying(120) NOT NULL,
    description character varying(250) NOT NULL,
    speaker character varying(160) NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.events_programmeitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_programmeitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.events_seatpool (
    key uuid NOT NULL,
    capacity integer NOT NULL,
    ceiling integer NOT NULL,
    taken integer NOT NULL,
    waiting integer NOT NULL,
    last_position integer NOT NULL,
    is_published boolean NOT NULL,
    is_cancelled boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    sign_up_opens_at timestamp with time zone,
    sign_up_closes_at timestamp with time zone,
    place text NOT NULL,
    calendar_sequence integer NOT NULL,
    checks_addresses boolean NOT NULL,
    report_announced_at timestamp with time zone,
    dates_changed_at timestamp with time zone,
    told_ends_at timestamp with time zone,
    report_is_published boolean DEFAULT false NOT NULL,
    form character varying(10) DEFAULT 'physical'::character varying NOT NULL,
    form_changed_at timestamp with time zone,
    online_capacity integer,
    online_ceiling integer,
    online_taken integer DEFAULT 0 NOT NULL,
    online_waiting integer DEFAULT 0 NOT NULL,
    CONSTRAINT events_seatpool_calendar_sequence_check CHECK ((calendar_sequence >= 0)),
    CONSTRAINT events_seatpool_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT events_seatpool_ceiling_check CHECK ((ceiling >= 0)),
    CONSTRAINT events_seatpool_last_position_check CHECK ((last_position >= 0)),
    CONSTRAINT events_seatpool_online_capacity_check CHECK ((online_capacity >= 0)),
    CONSTRAINT events_seatpool_online_ceiling_check CHECK ((online_ceiling >= 0)),
    CONSTRAINT events_seatpool_online_taken_check CHECK ((online_taken >= 0)),
    CONSTRAINT events_seatpool_online_waiting_check CHECK ((online_waiting >= 0)),
    CONSTRAINT events_seatpool_taken_check CHECK ((taken >= 0)),
    CONSTRAINT events_seatpool_waiting_check CHECK ((waiting >= 0)),
    CONSTRAINT seats_ceiling_covers_capacity CHECK ((ceiling >= capacity)),
    CONSTRAINT seats_counted_among_positions CHECK ((last_position >= (((taken + waiting) + online_taken) + online_waiting))),
    CONSTRAINT seats_meeting_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT seats_online_ceiling_covers_capacity CHECK ((((online_capacity IS NULL) AND (online_ceiling IS NULL)) OR ((online_capacity IS NOT NULL) AND (online_ceiling IS NOT NULL) AND (online_ceiling >= online_capacity)))),
    CONSTRAINT seats_online_of_hybrid_meetings CHECK ((((form)::text = 'hybrid'::text) OR ((online_taken = 0) AND (online_waiting = 0)))),
    CONSTRAINT seats_online_taken_within_ceiling CHECK (((online_ceiling IS NULL) OR (online_taken <= online_ceiling))),
    CONSTRAINT seats_taken_within_ceiling CHECK ((taken <= ceiling))
);
CREATE TABLE public.events_signup (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    "position" integer NOT NULL,
    submission_id uuid NOT NULL,
    state character varying(10) NOT NULL,
    source character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    name character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    organisation character varying(120) NOT NULL,
    role character varying(20) NOT NULL,
    question text NOT NULL,
    needs text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    cancelled_by character varying(12) NOT NULL,
    checked_in_at timestamp with time zone,
    anonymised_at timestamp with time zone,
    calendar_sequence integer NOT NULL,
    pool_id uuid NOT NULL,
    held_until timestamp with time zone,
    wants_report boolean NOT NULL,
    attendance character varying(6) DEFAULT 'site'::character varying NOT NULL,
    CONSTRAINT events_signup_calendar_sequence_check CHECK ((calendar_sequence >= 0)),
    CONSTRAINT events_signup_position_check CHECK (("position" >= 0)),
    CONSTRAINT signup_anonymised_holds_nothing CHECK ((((anonymised_at IS NOT NULL) AND ((email)::text = ''::text) AND ((name)::text = ''::text) AND (needs = ''::text) AND ((organisation)::text = ''::text) AND (question = ''::text)) OR ((anonymised_at IS NULL) AND (NOT ((email)::text = ''::text)) AND (NOT ((name)::text = ''::text))))),
    CONSTRAINT signup_cancelled_has_moment CHECK ((((cancelled_at IS NOT NULL) AND ((state)::text = 'cancelled'::text)) OR ((NOT ((state)::text = 'cancelled'::text)) AND (cancelled_at IS NULL)))),
    CONSTRAINT signup_check_in_when_confirmed CHECK (((checked_in_at IS NULL) OR ((state)::text = 'confirmed'::text))),
    CONSTRAINT signup_confirmed_has_moment CHECK (((NOT ((state)::text = 'confirmed'::text)) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT signup_email_normal CHECK ((((email)::text = lower((email)::text)) AND (NOT ((email)::text ~ '[[:space:][:cntrl:]]'::text)))),
    CONSTRAINT signup_held_while_active CHECK (((held_until IS NULL) OR ((state)::text = ANY ((ARRAY['confirmed'::character varying, 'waiting'::character varying])::text[])))),
    CONSTRAINT signup_position_positive CHECK (("position" > 0)),
    CONSTRAINT signup_state_known CHECK (((state)::text = ANY ((ARRAY['confirmed'::character varying, 'waiting'::character varying, 'cancelled'::character varying])::text[])))
);
ALTER TABLE public.events_signup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_signup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.harvest_harvestedstory (
    id bigint NOT NULL,
    resource character varying(20) NOT NULL,
    key uuid NOT NULL,
    language character varying(10) NOT NULL,
    url character varying(500) NOT NULL,
    licence character varying(200) NOT NULL,
    title character varying(255) NOT NULL,
    summary text NOT NULL,
    highlight character varying(120) NOT NULL,
    year smallint,
    labels jsonb NOT NULL,
    published_at timestamp with time zone,
    updated_at timestamp with time zone,
    mapped_at timestamp with time zone,
    lab_id bigint NOT NULL,
    criteria jsonb DEFAULT '[]'::jsonb NOT NULL,
    is_detail_read boolean DEFAULT false NOT NULL,
    taken_over_from character varying(160) DEFAULT ''::character varying NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    CONSTRAINT harvest_harvestedstory_year_check CHECK ((year >= 0))
);
ALTER TABLE public.harvest_harvestedstory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.harvest_harvestedstory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.harvest_otherlab (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    url character varying(200) NOT NULL,
    is_active boolean NOT NULL,
    pages jsonb NOT NULL,
    checked_at timestamp with time zone,
    succeeded_at timestamp with time zone,
    next_at timestamp with time zone,
    failures smallint NOT NULL,
    problem text NOT NULL,
    skipped integer NOT NULL,
    CONSTRAINT harvest_otherlab_failures_check CHECK ((failures >= 0)),
    CONSTRAINT harvest_otherlab_skipped_check CHECK ((skipped >= 0))
);
ALTER TABLE public.harvest_otherlab ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.harvest_otherlab_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pages_colleagueindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.pages_contactpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    body jsonb NOT NULL,
    email character varying(254) NOT NULL,
    picture_id bigint
);
CREATE TABLE public.pages_contactsubject (
    id bigint NOT NULL,
    sort_order integer,
    name character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    category_id bigint,
    page_id integer NOT NULL,
    theme_id bigint
);
ALTER TABLE public.pages_contactsubject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pages_contactsubject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pages_homepage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    heading character varying(80) NOT NULL,
    lead text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.pages_homepage_featured_categories (
    id bigint NOT NULL,
    homepage_id integer NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.pages_homepage_featured_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pages_homepage_featured_categories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pages_newsindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.pages_newspage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    date date NOT NULL,
    body jsonb NOT NULL,
    picture_id bigint,
    category_id bigint,
    organisation_id bigint,
    licence character varying(20) DEFAULT ''::character varying NOT NULL,
    taken_over_from character varying(160) DEFAULT ''::character varying NOT NULL
);
CREATE TABLE public.pages_newspage_themes (
    id bigint NOT NULL,
    newspage_id integer NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.pages_newspage_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pages_newspage_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pages_newstag (
    id bigint NOT NULL,
    content_object_id integer NOT NULL,
    tag_id bigint NOT NULL
);
ALTER TABLE public.pages_newstag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pages_newstag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.pages_organisationindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.pages_standardpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    body jsonb NOT NULL,
    picture_id bigint,
    lists_personal_data boolean DEFAULT false NOT NULL
);
CREATE TABLE public.pages_toolindexpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    intro text NOT NULL,
    picture_id bigint
);
CREATE TABLE public.pages_toolpage (
    page_ptr_id integer NOT NULL,
    summary text NOT NULL,
    kind character varying(20) NOT NULL,
    steering character varying(10) NOT NULL,
    phases character varying(20)[] NOT NULL,
    roles character varying(20)[] NOT NULL,
    link character varying(200) NOT NULL,
    version character varying(40) NOT NULL,
    body jsonb NOT NULL,
    document_id bigint,
    picture_id bigint,
    category_id bigint,
    organisation_id bigint,
    licence character varying(20) DEFAULT ''::character varying NOT NULL,
    taken_over_from character varying(160) DEFAULT ''::character varying NOT NULL
);
CREATE TABLE public.pages_toolpage_themes (
    id bigint NOT NULL,
    toolpage_id integer NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.pages_toolpage_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.pages_toolpage_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.provision_provisioneditem (
    id bigint NOT NULL,
    key character varying(200) NOT NULL,
    object_id bigint,
    made_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);
ALTER TABLE public.provision_provisioneditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.provision_provisioneditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_elasticsearchchange (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    problem text DEFAULT ''::text NOT NULL,
    index_id bigint NOT NULL,
    CONSTRAINT search_elasticsearchchange_attempts_check CHECK ((attempts >= 0))
);
ALTER TABLE public.search_elasticsearchchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_elasticsearchchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_elasticsearchindex (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    schema character varying(8) NOT NULL,
    complete_from bigint,
    filled_to bigint NOT NULL,
    is_filled boolean NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    last_entry bigint
);
ALTER TABLE public.search_elasticsearchindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_elasticsearchindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_indexedentry (
    number integer NOT NULL,
    language character varying(10) NOT NULL,
    analysis smallint NOT NULL,
    terms text NOT NULL,
    levels bytea NOT NULL,
    entry_id bigint NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    CONSTRAINT search_indexedentry_analysis_check CHECK ((analysis >= 0))
)
WITH (toast_tuple_target='256');
ALTER TABLE ONLY public.search_indexedentry ALTER COLUMN terms SET STORAGE MAIN;
ALTER TABLE ONLY public.search_indexedentry ALTER COLUMN levels SET STORAGE MAIN;
ALTER TABLE public.search_indexedentry ALTER COLUMN number ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_indexedentry_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_indexterm (
    id integer NOT NULL,
    language character varying(10) NOT NULL,
    term character varying(40) NOT NULL COLLATE pg_catalog."C",
    shown character varying(60) NOT NULL,
    entries integer NOT NULL,
    CONSTRAINT search_indexterm_entries_check CHECK ((entries >= 0))
)
WITH (fillfactor='85');
ALTER TABLE public.search_indexterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_indexterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_pendingentry (
    number integer NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);
CREATE TABLE public.search_poorsearch (
    id bigint NOT NULL,
    text character varying(80) NOT NULL,
    language character varying(10) NOT NULL,
    month date NOT NULL,
    asked integer NOT NULL,
    results integer NOT NULL,
    clicked integer NOT NULL,
    CONSTRAINT search_poorsearch_asked_check CHECK ((asked >= 0)),
    CONSTRAINT search_poorsearch_clicked_check CHECK ((clicked >= 0)),
    CONSTRAINT search_poorsearch_results_check CHECK ((results >= 0))
);
ALTER TABLE public.search_poorsearch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_poorsearch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_postinglist (
    term_id integer NOT NULL,
    block integer CONSTRAINT search_postinglist_block_not_null1 NOT NULL,
    postings bytea CONSTRAINT search_postinglist_postings_not_null1 NOT NULL
);
ALTER TABLE ONLY public.search_postinglist ALTER COLUMN postings SET STORAGE EXTERNAL;
CREATE TABLE public.search_promotedresult (
    id bigint NOT NULL,
    phrases text NOT NULL,
    page_id integer NOT NULL
);
ALTER TABLE public.search_promotedresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_promotedresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_searchentry (
    id bigint NOT NULL,
    part character varying(80) NOT NULL,
    language character varying(10) NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(255) NOT NULL,
    sort_title character varying(255) NOT NULL,
    summary text NOT NULL,
    highlight character varying(120) NOT NULL,
    body text NOT NULL,
    facets integer[] NOT NULL,
    url_path text NOT NULL,
    published_at timestamp with time zone,
    updated_at timestamp with time zone,
    date date,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    image_id bigint,
    organisation_id bigint,
    page_id integer,
    person_id bigint,
    labels text[] DEFAULT '{}'::text[] NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    harvested_id bigint,
    CONSTRAINT search_entry_one_source CHECK ((num_nonnulls(page_id, organisation_id, person_id, harvested_id) = 1))
);
ALTER TABLE public.search_searchentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_searchentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_segment (
    id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.search_segment ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE public.search_stalesource (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    source_id bigint NOT NULL,
    transaction_id bigint NOT NULL,
    marked_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);
ALTER TABLE public.search_stalesource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_stalesource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_synonymgroup (
    id bigint NOT NULL,
    phrases text NOT NULL
);
ALTER TABLE public.search_synonymgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_synonymgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.search_tombstone (
    number integer NOT NULL,
    language character varying(10) NOT NULL,
    terms text NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);
CREATE SEQUENCE public.search_version
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.simple_translation_simpletranslation (
    id integer NOT NULL
);
ALTER TABLE public.simple_translation_simpletranslation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.simple_translation_simpletranslation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);
ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);
ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_tag (
    id integer NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taggit_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taggit_taggeditem (
    id integer NOT NULL,
    object_id integer NOT NULL,
    content_type_id integer NOT NULL,
    tag_id integer NOT NULL
);
ALTER TABLE public.taggit_taggeditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taggit_taggeditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_ambitionaxis (
    id bigint NOT NULL,
    name_nl character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    sort_order smallint NOT NULL,
    web_id bigint NOT NULL,
    CONSTRAINT taxonomy_ambitionaxis_sort_order_check CHECK ((sort_order >= 0))
);
ALTER TABLE public.taxonomy_ambitionaxis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_ambitionaxis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_ambitionweb (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    version character varying(40) NOT NULL,
    source_url character varying(200) NOT NULL,
    level_1_nl character varying(200) NOT NULL,
    level_1_en character varying(200) NOT NULL,
    level_2_nl character varying(200) NOT NULL,
    level_2_en character varying(200) NOT NULL,
    level_3_nl character varying(200) NOT NULL,
    level_3_en character varying(200) NOT NULL
);
ALTER TABLE public.taxonomy_ambitionweb ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_ambitionweb_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_category (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name_nl character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    introduction_nl text NOT NULL,
    introduction_en text NOT NULL,
    synonyms text NOT NULL,
    sort_order smallint NOT NULL,
    icon character varying(40) NOT NULL,
    trade character varying(20) NOT NULL,
    cpv_codes character varying(10)[] NOT NULL,
    parent_id bigint,
    CONSTRAINT taxonomy_category_sort_order_check CHECK ((sort_order >= 0))
);
ALTER TABLE public.taxonomy_category ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_consentrequest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    dedupe_key character varying(120) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    claim uuid,
    resends smallint NOT NULL,
    ended_at timestamp with time zone,
    error character varying(200) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(10) NOT NULL,
    answer character varying(10) NOT NULL,
    answered_at timestamp with time zone,
    text_version character varying(10) NOT NULL,
    asked_by_id bigint,
    person_id bigint NOT NULL,
    CONSTRAINT consent_request_answer_is_dated CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL) AND ((text_version)::text = ''::text)) OR ((NOT ((answer)::text = ''::text)) AND (answered_at IS NOT NULL) AND (NOT ((text_version)::text = ''::text))))),
    CONSTRAINT consent_request_ended_has_moment CHECK ((((ended_at IS NULL) AND ((state)::text = 'pending'::text)) OR ((NOT ((state)::text = 'pending'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT consent_request_resent_at_most_once CHECK ((resends <= 1)),
    CONSTRAINT taxonomy_consentrequest_resends_check CHECK ((resends >= 0))
);
ALTER TABLE public.taxonomy_consentrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_consentrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_labtag (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    slug character varying(100) NOT NULL
);
ALTER TABLE public.taxonomy_labtag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_labtag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_organisation (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    in_region boolean NOT NULL,
    website character varying(200) NOT NULL,
    aliases text NOT NULL,
    added_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    introduction_en text NOT NULL,
    introduction_nl text NOT NULL,
    logo_id bigint
);
ALTER TABLE public.taxonomy_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_person (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    role character varying(20) NOT NULL,
    job_title character varying(120) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    consent_to_show boolean NOT NULL,
    organisation_id bigint,
    portrait_id bigint,
    best_reached character varying(80) DEFAULT ''::character varying NOT NULL,
    consent_how character varying(120) DEFAULT ''::character varying NOT NULL,
    consent_noted_at timestamp with time zone,
    consent_noted_by_id bigint,
    CONSTRAINT taxonomy_person_phone_e164 CHECK (((phone)::text ~ '^(\+[1-9][0-9]{6,14})?$'::text))
);
CREATE TABLE public.taxonomy_person_categories (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    category_id bigint NOT NULL
);
ALTER TABLE public.taxonomy_person_categories ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_person_categories_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.taxonomy_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_person_themes (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    theme_id bigint NOT NULL
);
ALTER TABLE public.taxonomy_person_themes ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_person_themes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.taxonomy_theme (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL,
    name_nl character varying(80) NOT NULL,
    name_en character varying(80) NOT NULL,
    introduction_nl text NOT NULL,
    introduction_en text NOT NULL,
    synonyms text NOT NULL,
    sort_order smallint NOT NULL,
    icon character varying(40) NOT NULL,
    colour character varying(10) NOT NULL,
    CONSTRAINT taxonomy_theme_sort_order_check CHECK ((sort_order >= 0))
);
ALTER TABLE public.taxonomy_theme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.taxonomy_theme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_admin (
    id integer NOT NULL
);
ALTER TABLE public.wagtailadmin_admin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_admin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_editingsession (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL,
    is_editing boolean NOT NULL
);
ALTER TABLE public.wagtailadmin_editingsession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_editingsession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailadmin_formstate (
    id integer NOT NULL,
    data text NOT NULL,
    object_id character varying(255) NOT NULL,
    parent_object_id character varying(255) NOT NULL,
    last_updated_at timestamp with time zone NOT NULL,
    content_type_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailadmin_formstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailadmin_formstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_apitoken (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    key_hash character varying(64) NOT NULL,
    prefix character varying(16) NOT NULL,
    created timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collection (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    name character varying(255) NOT NULL,
    CONSTRAINT wagtailcore_collection_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_collection_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_collection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_collectionviewrestriction (
    id integer NOT NULL,
    restriction_type character varying(20) NOT NULL,
    password character varying(255) NOT NULL,
    collection_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_collectionviewrestriction_groups (
    id bigint NOT NULL,
    collectionviewrestriction_id integer CONSTRAINT wagtailcore_collectionviewr_collectionviewrestriction__not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_collectionviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_collectionviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_collectionviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_comment (
    id integer NOT NULL,
    text text NOT NULL,
    contentpath text NOT NULL,
    "position" text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    page_id integer NOT NULL,
    resolved_by_id bigint,
    revision_created_id integer,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_commentreply (
    id integer NOT NULL,
    text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    comment_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_commentreply ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_commentreply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupapprovaltask (
    task_ptr_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_groupapprovaltask_groups (
    id bigint NOT NULL,
    groupapprovaltask_id integer CONSTRAINT wagtailcore_groupapprovaltask_gro_groupapprovaltask_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupapprovaltask_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupapprovaltask_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupcollectionpermission (
    id integer NOT NULL,
    collection_id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupcollectionpermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupcollectionpermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_grouppagepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    page_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_grouppagepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_grouppagepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_groupsitepermission (
    id integer NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL,
    site_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_groupsitepermission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_groupsitepermission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_locale (
    id integer NOT NULL,
    language_code character varying(100) NOT NULL
);
ALTER TABLE public.wagtailcore_locale ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_locale_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_modellogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_modellogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    object_id character varying(255) NOT NULL,
    content_type_id integer,
    user_id bigint,
    uuid uuid,
    revision_id integer
);
ALTER TABLE public.wagtailcore_modellogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_modellogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_page (
    id integer NOT NULL,
    path character varying(255) NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    numchild integer NOT NULL,
    title character varying(255) NOT NULL,
    slug character varying(255) NOT NULL,
    live boolean NOT NULL,
    has_unpublished_changes boolean NOT NULL,
    url_path text NOT NULL,
    seo_title character varying(255) NOT NULL,
    show_in_menus boolean NOT NULL,
    search_description text NOT NULL,
    go_live_at timestamp with time zone,
    expire_at timestamp with time zone,
    expired boolean NOT NULL,
    content_type_id integer NOT NULL,
    owner_id bigint,
    locked boolean NOT NULL,
    latest_revision_created_at timestamp with time zone,
    first_published_at timestamp with time zone,
    live_revision_id integer,
    last_published_at timestamp with time zone,
    draft_title character varying(255) NOT NULL,
    locked_at timestamp with time zone,
    locked_by_id bigint,
    translation_key uuid NOT NULL,
    locale_id integer NOT NULL,
    alias_of_id integer,
    latest_revision_id integer,
    CONSTRAINT wagtailcore_page_depth_check CHECK ((depth >= 0)),
    CONSTRAINT wagtailcore_page_numchild_check CHECK ((numchild >= 0))
);
ALTER TABLE public.wagtailcore_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagelogentry (
    id integer NOT NULL,
    label text NOT NULL,
    action character varying(255) NOT NULL,
    data jsonb CONSTRAINT wagtailcore_pagelogentry_data_json_not_null NOT NULL,
    "timestamp" timestamp with time zone NOT NULL,
    content_changed boolean NOT NULL,
    deleted boolean NOT NULL,
    content_type_id integer,
    page_id integer NOT NULL,
    revision_id integer,
    user_id bigint,
    uuid uuid
);
ALTER TABLE public.wagtailcore_pagelogentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagelogentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_revision (
    id integer CONSTRAINT wagtailcore_pagerevision_id_not_null NOT NULL,
    created_at timestamp with time zone CONSTRAINT wagtailcore_pagerevision_created_at_not_null NOT NULL,
    content jsonb CONSTRAINT wagtailcore_pagerevision_content_json_not_null NOT NULL,
    approved_go_live_at timestamp with time zone,
    object_id character varying(255) CONSTRAINT wagtailcore_pagerevision_page_id_not_null NOT NULL,
    user_id bigint,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL,
    object_str text NOT NULL
);
ALTER TABLE public.wagtailcore_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagerevision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pagesubscription (
    id integer NOT NULL,
    comment_notifications boolean NOT NULL,
    page_id integer NOT NULL,
    user_id bigint NOT NULL
);
ALTER TABLE public.wagtailcore_pagesubscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pagesubscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_pageviewrestriction (
    id integer NOT NULL,
    password character varying(255) NOT NULL,
    page_id integer NOT NULL,
    restriction_type character varying(20) NOT NULL
);
CREATE TABLE public.wagtailcore_pageviewrestriction_groups (
    id bigint NOT NULL,
    pageviewrestriction_id integer CONSTRAINT wagtailcore_pageviewrestriction_pageviewrestriction_id_not_null NOT NULL,
    group_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_pageviewrestriction_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.wagtailcore_pageviewrestriction ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_pageviewrestriction_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_referenceindex (
    id integer NOT NULL,
    object_id character varying(255) NOT NULL,
    to_object_id character varying(255) NOT NULL,
    model_path text NOT NULL,
    content_path text NOT NULL,
    content_path_hash uuid NOT NULL,
    base_content_type_id integer NOT NULL,
    content_type_id integer NOT NULL,
    to_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_referenceindex ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_referenceindex_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_site (
    id integer NOT NULL,
    hostname character varying(255) NOT NULL,
    port integer NOT NULL,
    is_default_site boolean NOT NULL,
    root_page_id integer NOT NULL,
    site_name character varying(255) NOT NULL
);
ALTER TABLE public.wagtailcore_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_task (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL,
    content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_taskstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    content_type_id integer NOT NULL,
    revision_id integer CONSTRAINT wagtailcore_taskstate_page_revision_id_not_null NOT NULL,
    task_id integer NOT NULL,
    workflow_state_id integer NOT NULL,
    finished_by_id bigint,
    comment text NOT NULL
);
ALTER TABLE public.wagtailcore_taskstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_taskstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_uploadedfile (
    id integer NOT NULL,
    file character varying(200) NOT NULL,
    for_content_type_id integer,
    uploaded_by_user_id bigint
);
ALTER TABLE public.wagtailcore_uploadedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_uploadedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflow (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    active boolean NOT NULL
);
ALTER TABLE public.wagtailcore_workflow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowcontenttype (
    content_type_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowpage (
    page_id integer NOT NULL,
    workflow_id integer NOT NULL
);
CREATE TABLE public.wagtailcore_workflowstate (
    id integer NOT NULL,
    status character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    current_task_state_id integer,
    object_id character varying(255) CONSTRAINT wagtailcore_workflowstate_page_id_not_null NOT NULL,
    requested_by_id bigint,
    workflow_id integer NOT NULL,
    content_type_id integer NOT NULL,
    base_content_type_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowstate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowstate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailcore_workflowtask (
    id integer NOT NULL,
    sort_order integer,
    task_id integer NOT NULL,
    workflow_id integer NOT NULL
);
ALTER TABLE public.wagtailcore_workflowtask ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailcore_workflowtask_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtaildocs_document (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    uploaded_by_user_id bigint,
    collection_id integer NOT NULL,
    file_size bigint,
    file_hash character varying(40) NOT NULL,
    CONSTRAINT wagtaildocs_document_file_size_check CHECK ((file_size >= 0))
);
ALTER TABLE public.wagtaildocs_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtaildocs_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailembeds_embed (
    id integer NOT NULL,
    url text NOT NULL,
    max_width smallint,
    type character varying(10) NOT NULL,
    html text NOT NULL,
    title text NOT NULL,
    author_name text NOT NULL,
    provider_name text NOT NULL,
    thumbnail_url text NOT NULL,
    width integer,
    height integer,
    last_updated timestamp with time zone NOT NULL,
    hash character varying(32) NOT NULL,
    cache_until timestamp with time zone
);
ALTER TABLE public.wagtailembeds_embed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailembeds_embed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_image (
    id integer NOT NULL,
    title character varying(255) NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    focal_point_x integer,
    focal_point_y integer,
    focal_point_width integer,
    focal_point_height integer,
    uploaded_by_user_id bigint,
    file_size integer,
    collection_id integer NOT NULL,
    file_hash character varying(40) NOT NULL,
    description character varying(255) NOT NULL,
    CONSTRAINT wagtailimages_image_file_size_check CHECK ((file_size >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_height_check CHECK ((focal_point_height >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_width_check CHECK ((focal_point_width >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_x_check CHECK ((focal_point_x >= 0)),
    CONSTRAINT wagtailimages_image_focal_point_y_check CHECK ((focal_point_y >= 0))
);
ALTER TABLE public.wagtailimages_image ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_image_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailimages_rendition (
    id integer NOT NULL,
    file character varying(100) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    focal_point_key character varying(16) NOT NULL,
    filter_spec character varying(255) NOT NULL,
    image_id integer NOT NULL
);
ALTER TABLE public.wagtailimages_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailimages_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailredirects_redirect (
    id integer NOT NULL,
    old_path character varying(255) NOT NULL,
    is_permanent boolean NOT NULL,
    redirect_link character varying(255) NOT NULL,
    redirect_page_id integer,
    site_id integer,
    automatically_created boolean NOT NULL,
    created_at timestamp with time zone,
    redirect_page_route_path character varying(255) NOT NULL
);
ALTER TABLE public.wagtailredirects_redirect ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailredirects_redirect_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailsearch_indexentry (
    id integer NOT NULL,
    object_id character varying(50) NOT NULL,
    title_norm double precision NOT NULL,
    content_type_id integer NOT NULL,
    autocomplete tsvector NOT NULL,
    title tsvector NOT NULL,
    body tsvector NOT NULL,
    title_text text NOT NULL,
    body_text text NOT NULL
);
ALTER TABLE public.wagtailsearch_indexentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailsearch_indexentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.wagtailusers_userprofile (
    id integer NOT NULL,
    submitted_notifications boolean NOT NULL,
    approved_notifications boolean NOT NULL,
    rejected_notifications boolean NOT NULL,
    user_id bigint NOT NULL,
    preferred_language character varying(10) NOT NULL,
    current_time_zone character varying(40) NOT NULL,
    avatar character varying(100) NOT NULL,
    updated_comments_notifications boolean CONSTRAINT wagtailusers_userprofile_updated_comments_notification_not_null NOT NULL,
    dismissibles jsonb NOT NULL,
    theme character varying(40) NOT NULL,
    density character varying(40) NOT NULL,
    contrast character varying(40) NOT NULL,
    keyboard_shortcuts boolean NOT NULL
);
ALTER TABLE public.wagtailusers_userprofile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.wagtailusers_userprofile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.auth_group VALUES
	(1, 'Moderators'),
	(2, 'Editors');
INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 1),
	(2, 1, 2),
	(3, 1, 3),
	(4, 2, 1),
	(5, 2, 2),
	(6, 2, 3),
	(7, 1, 4),
	(8, 2, 4),
	(9, 1, 5),
	(10, 2, 5),
	(11, 1, 8),
	(12, 1, 6),
	(13, 1, 7),
	(14, 2, 8),
	(15, 2, 6),
	(16, 2, 7),
	(17, 1, 9),
	(18, 2, 9);
INSERT INTO public.auth_permission VALUES
	(1, 'Can add image', 2, 'add_image'),
	(2, 'Can change image', 2, 'change_image'),
	(3, 'Can delete image', 2, 'delete_image'),
	(4, 'Can access Wagtail admin', 3, 'access_admin'),
	(5, 'Can choose image', 2, 'choose_image'),
	(6, 'Can add document', 4, 'add_document'),
	(7, 'Can change document', 4, 'change_document'),
	(8, 'Can delete document', 4, 'delete_document'),
	(9, 'Can choose document', 4, 'choose_document'),
	(10, 'Can add locale', 6, 'add_locale'),
	(11, 'Can change locale', 6, 'change_locale'),
	(12, 'Can delete locale', 6, 'delete_locale'),
	(13, 'Can view locale', 6, 'view_locale'),
	(14, 'Can add site', 7, 'add_site'),
	(15, 'Can change site', 7, 'change_site'),
	(16, 'Can delete site', 7, 'delete_site'),
	(17, 'Can view site', 7, 'view_site'),
	(18, 'Can add group site permission', 8, 'add_groupsitepermission'),
	(19, 'Can change group site permission', 8, 'change_groupsitepermission'),
	(20, 'Can delete group site permission', 8, 'delete_groupsitepermission'),
	(21, 'Can view group site permission', 8, 'view_groupsitepermission'),
	(22, 'Can add API token', 9, 'add_apitoken'),
	(23, 'Can change API token', 9, 'change_apitoken'),
	(24, 'Can delete API token', 9, 'delete_apitoken'),
	(25, 'Can view API token', 9, 'view_apitoken'),
	(26, 'Can add model log entry', 10, 'add_modellogentry'),
	(27, 'Can change model log entry', 10, 'change_modellogentry'),
	(28, 'Can delete model log entry', 10, 'delete_modellogentry'),
	(29, 'Can view model log entry', 10, 'view_modellogentry'),
	(30, 'Can add revision', 11, 'add_revision'),
	(31, 'Can change revision', 11, 'change_revision'),
	(32, 'Can delete revision', 11, 'delete_revision'),
	(33, 'Can view revision', 11, 'view_revision'),
	(34, 'Can add collection view restriction', 12, 'add_collectionviewrestriction'),
	(35, 'Can change collection view restriction', 12, 'change_collectionviewrestriction'),
	(36, 'Can delete collection view restriction', 12, 'delete_collectionviewrestriction'),
	(37, 'Can view collection view restriction', 12, 'view_collectionviewrestriction'),
	(38, 'Can add collection', 13, 'add_collection'),
	(39, 'Can change collection', 13, 'change_collection'),
	(40, 'Can delete collection', 13, 'delete_collection'),
	(41, 'Can view collection', 13, 'view_collection'),
	(42, 'Can add group collection permission', 14, 'add_groupcollectionpermission'),
	(43, 'Can change group collection permission', 14, 'change_groupcollectionpermission'),
	(44, 'Can delete group collection permission', 14, 'delete_groupcollectionpermission'),
	(45, 'Can view group collection permission', 14, 'view_groupcollectionpermission'),
	(46, 'Can add uploaded file', 15, 'add_uploadedfile'),
	(47, 'Can change uploaded file', 15, 'change_uploadedfile'),
	(48, 'Can delete uploaded file', 15, 'delete_uploadedfile'),
	(49, 'Can view uploaded file', 15, 'view_uploadedfile'),
	(50, 'Can add workflow content type', 16, 'add_workflowcontenttype'),
	(51, 'Can change workflow content type', 16, 'change_workflowcontenttype'),
	(52, 'Can delete workflow content type', 16, 'delete_workflowcontenttype'),
	(53, 'Can view workflow content type', 16, 'view_workflowcontenttype'),
	(54, 'Can add Workflow state', 17, 'add_workflowstate'),
	(55, 'Can change Workflow state', 17, 'change_workflowstate'),
	(56, 'Can delete Workflow state', 17, 'delete_workflowstate'),
	(57, 'Can view Workflow state', 17, 'view_workflowstate'),
	(58, 'Can add workflow', 18, 'add_workflow'),
	(59, 'Can change workflow', 18, 'change_workflow'),
	(60, 'Can delete workflow', 18, 'delete_workflow'),
	(61, 'Can view workflow', 18, 'view_workflow'),
	(62, 'Can add workflow task order', 19, 'add_workflowtask'),
	(63, 'Can change workflow task order', 19, 'change_workflowtask'),
	(64, 'Can delete workflow task order', 19, 'delete_workflowtask'),
	(65, 'Can view workflow task order', 19, 'view_workflowtask'),
	(66, 'Can add task', 20, 'add_task'),
	(67, 'Can change task', 20, 'change_task'),
	(68, 'Can delete task', 20, 'delete_task'),
	(69, 'Can view task', 20, 'view_task'),
	(70, 'Can add Group approval task', 5, 'add_groupapprovaltask'),
	(71, 'Can change Group approval task', 5, 'change_groupapprovaltask'),
	(72, 'Can delete Group approval task', 5, 'delete_groupapprovaltask'),
	(73, 'Can view Group approval task', 5, 'view_groupapprovaltask'),
	(74, 'Can add Task state', 21, 'add_taskstate'),
	(75, 'Can change Task state', 21, 'change_taskstate'),
	(76, 'Can delete Task state', 21, 'delete_taskstate'),
	(77, 'Can view Task state', 21, 'view_taskstate'),
	(78, 'Can add page', 1, 'add_page'),
	(79, 'Can change page', 1, 'change_page'),
	(80, 'Can delete page', 1, 'delete_page'),
	(81, 'Can view page', 1, 'view_page'),
	(82, 'Delete pages with children', 1, 'bulk_delete_page'),
	(83, 'Lock/unlock pages you''ve locked', 1, 'lock_page'),
	(84, 'Publish any page', 1, 'publish_page'),
	(85, 'Unlock any page', 1, 'unlock_page'),
	(86, 'Can add group page permission', 22, 'add_grouppagepermission'),
	(87, 'Can change group page permission', 22, 'change_grouppagepermission'),
	(88, 'Can delete group page permission', 22, 'delete_grouppagepermission'),
	(89, 'Can view group page permission', 22, 'view_grouppagepermission'),
	(90, 'Can add page view restriction', 23, 'add_pageviewrestriction'),
	(91, 'Can change page view restriction', 23, 'change_pageviewrestriction'),
	(92, 'Can delete page view restriction', 23, 'delete_pageviewrestriction'),
	(93, 'Can view page view restriction', 23, 'view_pageviewrestriction'),
	(94, 'Can add workflow page', 24, 'add_workflowpage'),
	(95, 'Can change workflow page', 24, 'change_workflowpage'),
	(96, 'Can delete workflow page', 24, 'delete_workflowpage'),
	(97, 'Can view workflow page', 24, 'view_workflowpage'),
	(98, 'Can add page log entry', 25, 'add_pagelogentry'),
	(99, 'Can change page log entry', 25, 'change_pagelogentry'),
	(100, 'Can delete page log entry', 25, 'delete_pagelogentry'),
	(101, 'Can view page log entry', 25, 'view_pagelogentry'),
	(102, 'Can add comment', 26, 'add_comment'),
	(103, 'Can change comment', 26, 'change_comment'),
	(104, 'Can delete comment', 26, 'delete_comment'),
	(105, 'Can view comment', 26, 'view_comment'),
	(106, 'Can add comment reply', 27, 'add_commentreply'),
	(107, 'Can change comment reply', 27, 'change_commentreply'),
	(108, 'Can delete comment reply', 27, 'delete_commentreply'),
	(109, 'Can view comment reply', 27, 'view_commentreply'),
	(110, 'Can add page subscription', 28, 'add_pagesubscription'),
	(111, 'Can change page subscription', 28, 'change_pagesubscription'),
	(112, 'Can delete page subscription', 28, 'delete_pagesubscription'),
	(113, 'Can view page subscription', 28, 'view_pagesubscription'),
	(114, 'Can add reference index', 29, 'add_referenceindex'),
	(115, 'Can change reference index', 29, 'change_referenceindex'),
	(116, 'Can delete reference index', 29, 'delete_referenceindex'),
	(117, 'Can view reference index', 29, 'view_referenceindex'),
	(118, 'Can add user', 30, 'add_user'),
	(119, 'Can change user', 30, 'change_user'),
	(120, 'Can delete user', 30, 'delete_user'),
	(121, 'Can view user', 30, 'view_user'),
	(122, 'Can add document', 31, 'add_labdocument'),
	(123, 'Can change document', 31, 'change_labdocument'),
	(124, 'Can delete document', 31, 'delete_labdocument'),
	(125, 'Can view document', 31, 'view_labdocument'),
	(126, 'Can add picture', 32, 'add_labimage'),
	(127, 'Can change picture', 32, 'change_labimage'),
	(128, 'Can delete picture', 32, 'delete_labimage'),
	(129, 'Can view picture', 32, 'view_labimage'),
	(130, 'Can add lab rendition', 33, 'add_labrendition'),
	(131, 'Can change lab rendition', 33, 'change_labrendition'),
	(132, 'Can delete lab rendition', 33, 'delete_labrendition'),
	(133, 'Can view lab rendition', 33, 'view_labrendition'),
	(134, 'Can add failed plan', 34, 'add_failedplan'),
	(135, 'Can change failed plan', 34, 'change_failedplan'),
	(136, 'Can delete failed plan', 34, 'delete_failedplan'),
	(137, 'Can view failed plan', 34, 'view_failedplan'),
	(138, 'Can add attempt counter', 35, 'add_attemptcounter'),
	(139, 'Can change attempt counter', 35, 'change_attemptcounter'),
	(140, 'Can delete attempt counter', 35, 'delete_attemptcounter'),
	(141, 'Can view attempt counter', 35, 'view_attemptcounter'),
	(142, 'Can add page that took the place of another', 36, 'add_pagesuccession'),
	(143, 'Can change page that took the place of another', 36, 'change_pagesuccession'),
	(144, 'Can delete page that took the place of another', 36, 'delete_pagesuccession'),
	(145, 'Can view page that took the place of another', 36, 'view_pagesuccession'),
	(146, 'Can add tag', 37, 'add_labtag'),
	(147, 'Can change tag', 37, 'change_labtag'),
	(148, 'Can delete tag', 37, 'delete_labtag'),
	(149, 'Can view tag', 37, 'view_labtag'),
	(150, 'Can add organisation', 38, 'add_organisation'),
	(151, 'Can change organisation', 38, 'change_organisation'),
	(152, 'Can delete organisation', 38, 'delete_organisation'),
	(153, 'Can view organisation', 38, 'view_organisation'),
	(154, 'Can add theme', 39, 'add_theme'),
	(155, 'Can change theme', 39, 'change_theme'),
	(156, 'Can delete theme', 39, 'delete_theme'),
	(157, 'Can view theme', 39, 'view_theme'),
	(158, 'Can add category', 40, 'add_category'),
	(159, 'Can change category', 40, 'change_category'),
	(160, 'Can delete category', 40, 'delete_category'),
	(161, 'Can view category', 40, 'view_category'),
	(162, 'Can add person', 41, 'add_person'),
	(163, 'Can change person', 41, 'change_person'),
	(164, 'Can delete person', 41, 'delete_person'),
	(165, 'Can view person', 41, 'view_person'),
	(166, 'Can add ambition web', 42, 'add_ambitionweb'),
	(167, 'Can change ambition web', 42, 'change_ambitionweb'),
	(168, 'Can delete ambition web', 42, 'delete_ambitionweb'),
	(169, 'Can view ambition web', 42, 'view_ambitionweb'),
	(170, 'Can add axis of an ambition web', 43, 'add_ambitionaxis'),
	(171, 'Can change axis of an ambition web', 43, 'change_ambitionaxis'),
	(172, 'Can delete axis of an ambition web', 43, 'delete_ambitionaxis'),
	(173, 'Can view axis of an ambition web', 43, 'view_ambitionaxis'),
	(174, 'Can add request for agreement', 44, 'add_consentrequest'),
	(175, 'Can change request for agreement', 44, 'change_consentrequest'),
	(176, 'Can delete request for agreement', 44, 'delete_consentrequest'),
	(177, 'Can view request for agreement', 44, 'view_consentrequest'),
	(178, 'Can add other lab', 45, 'add_otherlab'),
	(179, 'Can change other lab', 45, 'change_otherlab'),
	(180, 'Can delete other lab', 45, 'delete_otherlab'),
	(181, 'Can view other lab', 45, 'view_otherlab'),
	(182, 'Can add story of another lab', 46, 'add_harvestedstory'),
	(183, 'Can change story of another lab', 46, 'change_harvestedstory'),
	(184, 'Can delete story of another lab', 46, 'delete_harvestedstory'),
	(185, 'Can view story of another lab', 46, 'view_harvestedstory'),
	(186, 'Can add source to index again', 47, 'add_stalesource'),
	(187, 'Can change source to index again', 47, 'change_stalesource'),
	(188, 'Can delete source to index again', 47, 'delete_stalesource'),
	(189, 'Can view source to index again', 47, 'view_stalesource'),
	(190, 'Can add search entry', 48, 'add_searchentry'),
	(191, 'Can change search entry', 48, 'change_searchentry'),
	(192, 'Can delete search entry', 48, 'delete_searchentry'),
	(193, 'Can view search entry', 48, 'view_searchentry'),
	(194, 'Can add Elasticsearch index', 49, 'add_elasticsearchindex'),
	(195, 'Can change Elasticsearch index', 49, 'change_elasticsearchindex'),
	(196, 'Can delete Elasticsearch index', 49, 'delete_elasticsearchindex'),
	(197, 'Can view Elasticsearch index', 49, 'view_elasticsearchindex'),
	(198, 'Can add change for Elasticsearch', 50, 'add_elasticsearchchange'),
	(199, 'Can change change for Elasticsearch', 50, 'change_elasticsearchchange'),
	(200, 'Can delete change for Elasticsearch', 50, 'delete_elasticsearchchange'),
	(201, 'Can view change for Elasticsearch', 50, 'view_elasticsearchchange'),
	(202, 'Can add pending entry', 51, 'add_pendingentry'),
	(203, 'Can change pending entry', 51, 'change_pendingentry'),
	(204, 'Can delete pending entry', 51, 'delete_pendingentry'),
	(205, 'Can view pending entry', 51, 'view_pendingentry'),
	(206, 'Can add segment', 52, 'add_segment'),
	(207, 'Can change segment', 52, 'change_segment'),
	(208, 'Can delete segment', 52, 'delete_segment'),
	(209, 'Can view segment', 52, 'view_segment'),
	(210, 'Can add words that mean the same', 53, 'add_synonymgroup'),
	(211, 'Can change words that mean the same', 53, 'change_synonymgroup'),
	(212, 'Can delete words that mean the same', 53, 'delete_synonymgroup'),
	(213, 'Can view words that mean the same', 53, 'view_synonymgroup'),
	(214, 'Can add tombstone', 54, 'add_tombstone'),
	(215, 'Can change tombstone', 54, 'change_tombstone'),
	(216, 'Can delete tombstone', 54, 'delete_tombstone'),
	(217, 'Can view tombstone', 54, 'view_tombstone'),
	(218, 'Can add indexed entry', 55, 'add_indexedentry'),
	(219, 'Can change indexed entry', 55, 'change_indexedentry'),
	(220, 'Can delete indexed entry', 55, 'delete_indexedentry'),
	(221, 'Can view indexed entry', 55, 'view_indexedentry'),
	(222, 'Can add index term', 56, 'add_indexterm'),
	(223, 'Can change index term', 56, 'change_indexterm'),
	(224, 'Can delete index term', 56, 'delete_indexterm'),
	(225, 'Can view index term', 56, 'view_indexterm'),
	(226, 'Can add search with few results', 57, 'add_poorsearch'),
	(227, 'Can change search with few results', 57, 'change_poorsearch'),
	(228, 'Can delete search with few results', 57, 'delete_poorsearch'),
	(229, 'Can view search with few results', 57, 'view_poorsearch'),
	(230, 'Can add promoted result', 58, 'add_promotedresult'),
	(231, 'Can change promoted result', 58, 'change_promotedresult'),
	(232, 'Can delete promoted result', 58, 'delete_promotedresult'),
	(233, 'Can view promoted result', 58, 'view_promotedresult'),
	(234, 'Can add posting list', 59, 'add_postinglist'),
	(235, 'Can change posting list', 59, 'change_postinglist'),
	(236, 'Can delete posting list', 59, 'delete_postinglist'),
	(237, 'Can view posting list', 59, 'view_postinglist'),
	(238, 'Can add home page', 60, 'add_homepage'),
	(239, 'Can change home page', 60, 'change_homepage'),
	(240, 'Can delete home page', 60, 'delete_homepage'),
	(241, 'Can view home page', 60, 'view_homepage'),
	(242, 'Can add list of news', 61, 'add_newsindexpage'),
	(243, 'Can change list of news', 61, 'change_newsindexpage'),
	(244, 'Can delete list of news', 61, 'delete_newsindexpage'),
	(245, 'Can view list of news', 61, 'view_newsindexpage'),
	(246, 'Can add news item', 62, 'add_newspage'),
	(247, 'Can change news item', 62, 'change_newspage'),
	(248, 'Can delete news item', 62, 'delete_newspage'),
	(249, 'Can view news item', 62, 'view_newspage'),
	(250, 'Can add news tag', 63, 'add_newstag'),
	(251, 'Can change news tag', 63, 'change_newstag'),
	(252, 'Can delete news tag', 63, 'delete_newstag'),
	(253, 'Can view news tag', 63, 'view_newstag'),
	(254, 'Can add standard page', 64, 'add_standardpage'),
	(255, 'Can change standard page', 64, 'change_standardpage'),
	(256, 'Can delete standard page', 64, 'delete_standardpage'),
	(257, 'Can view standard page', 64, 'view_standardpage'),
	(258, 'Can add list of tools', 65, 'add_toolindexpage'),
	(259, 'Can change list of tools', 65, 'change_toolindexpage'),
	(260, 'Can delete list of tools', 65, 'delete_toolindexpage'),
	(261, 'Can view list of tools', 65, 'view_toolindexpage'),
	(262, 'Can add tool', 66, 'add_toolpage'),
	(263, 'Can change tool', 66, 'change_toolpage'),
	(264, 'Can delete tool', 66, 'delete_toolpage'),
	(265, 'Can view tool', 66, 'view_toolpage'),
	(266, 'Can add list of colleagues', 67, 'add_colleagueindexpage'),
	(267, 'Can change list of colleagues', 67, 'change_colleagueindexpage'),
	(268, 'Can delete list of colleagues', 67, 'delete_colleagueindexpage'),
	(269, 'Can view list of colleagues', 67, 'view_colleagueindexpage'),
	(270, 'Can add list of organisations', 68, 'add_organisationindexpage'),
	(271, 'Can change list of organisations', 68, 'change_organisationindexpage'),
	(272, 'Can delete list of organisations', 68, 'delete_organisationindexpage'),
	(273, 'Can view list of organisations', 68, 'view_organisationindexpage'),
	(274, 'Can add contact page', 69, 'add_contactpage'),
	(275, 'Can change contact page', 69, 'change_contactpage'),
	(276, 'Can delete contact page', 69, 'delete_contactpage'),
	(277, 'Can view contact page', 69, 'view_contactpage'),
	(278, 'Can add contact subject', 70, 'add_contactsubject'),
	(279, 'Can change contact subject', 70, 'change_contactsubject'),
	(280, 'Can delete contact subject', 70, 'delete_contactsubject'),
	(281, 'Can view contact subject', 70, 'view_contactsubject'),
	(282, 'Can add list of examples', 71, 'add_exampleindexpage'),
	(283, 'Can change list of examples', 71, 'change_exampleindexpage'),
	(284, 'Can delete list of examples', 71, 'delete_exampleindexpage'),
	(285, 'Can view list of examples', 71, 'view_exampleindexpage'),
	(286, 'Can add inspiring example', 72, 'add_examplepage'),
	(287, 'Can change inspiring example', 72, 'change_examplepage'),
	(288, 'Can delete inspiring example', 72, 'delete_examplepage'),
	(289, 'Can view inspiring example', 72, 'view_examplepage'),
	(290, 'Can add example tag', 73, 'add_exampletag'),
	(291, 'Can change example tag', 73, 'change_exampletag'),
	(292, 'Can delete example tag', 73, 'delete_exampletag'),
	(293, 'Can view example tag', 73, 'view_exampletag'),
	(294, 'Can add list of case studies', 74, 'add_casestudyindexpage'),
	(295, 'Can change list of case studies', 74, 'change_casestudyindexpage'),
	(296, 'Can delete list of case studies', 74, 'delete_casestudyindexpage'),
	(297, 'Can view list of case studies', 74, 'view_casestudyindexpage'),
	(298, 'Can add case study', 75, 'add_casestudypage'),
	(299, 'Can change case study', 75, 'change_casestudypage'),
	(300, 'Can delete case study', 75, 'delete_casestudypage'),
	(301, 'Can view case study', 75, 'view_casestudypage'),
	(302, 'Can add case study document', 76, 'add_casestudydocument'),
	(303, 'Can change case study document', 76, 'change_casestudydocument'),
	(304, 'Can delete case study document', 76, 'delete_casestudydocument'),
	(305, 'Can view case study document', 76, 'view_casestudydocument'),
	(306, 'Can add case study related page', 77, 'add_casestudyrelatedpage'),
	(307, 'Can change case study related page', 77, 'change_casestudyrelatedpage'),
	(308, 'Can delete case study related page', 77, 'delete_casestudyrelatedpage'),
	(309, 'Can view case study related page', 77, 'view_casestudyrelatedpage'),
	(310, 'Can add case study tag', 78, 'add_casestudytag'),
	(311, 'Can change case study tag', 78, 'change_casestudytag'),
	(312, 'Can delete case study tag', 78, 'delete_casestudytag'),
	(313, 'Can view case study tag', 78, 'view_casestudytag'),
	(314, 'Can add follow-up of promises', 79, 'add_followupsettings'),
	(315, 'Can change follow-up of promises', 79, 'change_followupsettings'),
	(316, 'Can delete follow-up of promises', 79, 'delete_followupsettings'),
	(317, 'Can view follow-up of promises', 79, 'view_followupsettings'),
	(318, 'Can add mail about a follow-up moment', 80, 'add_followupmail'),
	(319, 'Can change mail about a follow-up moment', 80, 'change_followupmail'),
	(320, 'Can delete mail about a follow-up moment', 80, 'delete_followupmail'),
	(321, 'Can view mail about a follow-up moment', 80, 'view_followupmail'),
	(322, 'Can add answer to a follow-up moment', 81, 'add_followupanswer'),
	(323, 'Can change answer to a follow-up moment', 81, 'change_followupanswer'),
	(324, 'Can delete answer to a follow-up moment', 81, 'delete_followupanswer'),
	(325, 'Can view answer to a follow-up moment', 81, 'view_followupanswer'),
	(326, 'Can add follow-up moment', 82, 'add_followup'),
	(327, 'Can change follow-up moment', 82, 'change_followup'),
	(328, 'Can delete follow-up moment', 82, 'delete_followup'),
	(329, 'Can view follow-up moment', 82, 'view_followup'),
	(330, 'Can add result', 83, 'add_result'),
	(331, 'Can change result', 83, 'change_result'),
	(332, 'Can delete result', 83, 'delete_result'),
	(333, 'Can view result', 83, 'view_result'),
	(334, 'Can add case study adoption', 84, 'add_casestudyadoption'),
	(335, 'Can change case study adoption', 84, 'change_casestudyadoption'),
	(336, 'Can delete case study adoption', 84, 'delete_casestudyadoption'),
	(337, 'Can view case study adoption', 84, 'view_casestudyadoption'),
	(338, 'Can add case study ambition', 85, 'add_casestudyambition'),
	(339, 'Can change case study ambition', 85, 'change_casestudyambition'),
	(340, 'Can delete case study ambition', 85, 'delete_casestudyambition'),
	(341, 'Can view case study ambition', 85, 'view_casestudyambition'),
	(342, 'Can add list of criteria', 86, 'add_criterionindexpage'),
	(343, 'Can change list of criteria', 86, 'change_criterionindexpage'),
	(344, 'Can delete list of criteria', 86, 'delete_criterionindexpage'),
	(345, 'Can view list of criteria', 86, 'view_criterionindexpage'),
	(346, 'Can add criterion of an example', 87, 'add_examplecriterion'),
	(347, 'Can change criterion of an example', 87, 'change_examplecriterion'),
	(348, 'Can delete criterion of an example', 87, 'delete_examplecriterion'),
	(349, 'Can view criterion of an example', 87, 'view_examplecriterion'),
	(350, 'Can add criterion of a case study', 88, 'add_casestudycriterion'),
	(351, 'Can change criterion of a case study', 88, 'change_casestudycriterion'),
	(352, 'Can delete criterion of a case study', 88, 'delete_casestudycriterion'),
	(353, 'Can view criterion of a case study', 88, 'view_casestudycriterion'),
	(354, 'Can add example related page', 89, 'add_examplerelatedpage'),
	(355, 'Can change example related page', 89, 'change_examplerelatedpage'),
	(356, 'Can delete example related page', 89, 'delete_examplerelatedpage'),
	(357, 'Can view example related page', 89, 'view_examplerelatedpage'),
	(358, 'Can add criteria to take over', 90, 'add_clausesettings'),
	(359, 'Can change criteria to take over', 90, 'change_clausesettings'),
	(360, 'Can delete criteria to take over', 90, 'delete_clausesettings'),
	(361, 'Can view criteria to take over', 90, 'view_clausesettings'),
	(362, 'Can add list of meetings', 91, 'add_meetingindexpage'),
	(363, 'Can change list of meetings', 91, 'change_meetingindexpage'),
	(364, 'Can delete list of meetings', 91, 'delete_meetingindexpage'),
	(365, 'Can view list of meetings', 91, 'view_meetingindexpage'),
	(366, 'Can add meeting', 92, 'add_meetingpage'),
	(367, 'Can change meeting', 92, 'change_meetingpage'),
	(368, 'Can delete meeting', 92, 'delete_meetingpage'),
	(369, 'Can view meeting', 92, 'view_meetingpage'),
	(370, 'Can add meeting document', 93, 'add_meetingdocument'),
	(371, 'Can change meeting document', 93, 'change_meetingdocument'),
	(372, 'Can delete meeting document', 93, 'delete_meetingdocument'),
	(373, 'Can view meeting document', 93, 'view_meetingdocument'),
	(374, 'Can add meeting contributor', 94, 'add_meetingcontributor'),
	(375, 'Can change meeting contributor', 94, 'change_meetingcontributor'),
	(376, 'Can delete meeting contributor', 94, 'delete_meetingcontributor'),
	(377, 'Can view meeting contributor', 94, 'view_meetingcontributor'),
	(378, 'Can add meeting related page', 95, 'add_meetingrelatedpage'),
	(379, 'Can change meeting related page', 95, 'change_meetingrelatedpage'),
	(380, 'Can delete meeting related page', 95, 'delete_meetingrelatedpage'),
	(381, 'Can view meeting related page', 95, 'view_meetingrelatedpage'),
	(382, 'Can add meeting tag', 96, 'add_meetingtag'),
	(383, 'Can change meeting tag', 96, 'change_meetingtag'),
	(384, 'Can delete meeting tag', 96, 'delete_meetingtag'),
	(385, 'Can view meeting tag', 96, 'view_meetingtag'),
	(386, 'Can add programme item', 97, 'add_programmeitem'),
	(387, 'Can change programme item', 97, 'change_programmeitem'),
	(388, 'Can delete programme item', 97, 'delete_programmeitem'),
	(389, 'Can view programme item', 97, 'view_programmeitem'),
	(390, 'Can add seat pool', 98, 'add_seatpool'),
	(391, 'Can change seat pool', 98, 'change_seatpool'),
	(392, 'Can delete seat pool', 98, 'delete_seatpool'),
	(393, 'Can view seat pool', 98, 'view_seatpool'),
	(394, 'Can add sign-up', 99, 'add_signup'),
	(395, 'Can change sign-up', 99, 'change_signup'),
	(396, 'Can delete sign-up', 99, 'delete_signup'),
	(397, 'Can view sign-up', 99, 'view_signup'),
	(398, 'Can add agreed action', 100, 'add_agreedaction'),
	(399, 'Can change agreed action', 100, 'change_agreedaction'),
	(400, 'Can delete agreed action', 100, 'delete_agreedaction'),
	(401, 'Can view agreed action', 100, 'view_agreedaction'),
	(402, 'Can add interest', 101, 'add_interest'),
	(403, 'Can change interest', 101, 'change_interest'),
	(404, 'Can delete interest', 101, 'delete_interest'),
	(405, 'Can view interest', 101, 'view_interest'),
	(406, 'Can add meeting presentation', 102, 'add_meetingpresentation'),
	(407, 'Can change meeting presentation', 102, 'change_meetingpresentation'),
	(408, 'Can delete meeting presentation', 102, 'delete_meetingpresentation'),
	(409, 'Can view meeting presentation', 102, 'view_meetingpresentation'),
	(410, 'Can add series of meetings', 103, 'add_meetingseries'),
	(411, 'Can change series of meetings', 103, 'change_meetingseries'),
	(412, 'Can delete series of meetings', 103, 'delete_meetingseries'),
	(413, 'Can view series of meetings', 103, 'view_meetingseries'),
	(414, 'Can add message to participants', 104, 'add_organisermessage'),
	(415, 'Can change message to participants', 104, 'change_organisermessage'),
	(416, 'Can delete message to participants', 104, 'delete_organisermessage'),
	(417, 'Can view message to participants', 104, 'view_organisermessage'),
	(418, 'Can add mail', 105, 'add_outgoingmail'),
	(419, 'Can change mail', 105, 'change_outgoingmail'),
	(420, 'Can delete mail', 105, 'delete_outgoingmail'),
	(421, 'Can view mail', 105, 'view_outgoingmail'),
	(422, 'Can add action progress', 106, 'add_actionprogress'),
	(423, 'Can change action progress', 106, 'change_actionprogress'),
	(424, 'Can delete action progress', 106, 'delete_actionprogress'),
	(425, 'Can view action progress', 106, 'view_actionprogress'),
	(426, 'Can add intention', 107, 'add_intention'),
	(427, 'Can change intention', 107, 'change_intention'),
	(428, 'Can delete intention', 107, 'delete_intention'),
	(429, 'Can view intention', 107, 'view_intention'),
	(430, 'Can view use of the desk', 108, 'view_deskaccess'),
	(431, 'Can add size of a file', 109, 'add_filesize'),
	(432, 'Can change size of a file', 109, 'change_filesize'),
	(433, 'Can delete size of a file', 109, 'delete_filesize'),
	(434, 'Can view size of a file', 109, 'view_filesize'),
	(435, 'Can add provisioned item', 110, 'add_provisioneditem'),
	(436, 'Can change provisioned item', 110, 'change_provisioneditem'),
	(437, 'Can delete provisioned item', 110, 'delete_provisioneditem'),
	(438, 'Can view provisioned item', 110, 'view_provisioneditem'),
	(439, 'Can add redirect', 111, 'add_redirect'),
	(440, 'Can change redirect', 111, 'change_redirect'),
	(441, 'Can delete redirect', 111, 'delete_redirect'),
	(442, 'Can view redirect', 111, 'view_redirect'),
	(443, 'Can submit translations', 112, 'submit_translation'),
	(444, 'Can add embed', 113, 'add_embed'),
	(445, 'Can change embed', 113, 'change_embed'),
	(446, 'Can delete embed', 113, 'delete_embed'),
	(447, 'Can view embed', 113, 'view_embed'),
	(448, 'Can add user profile', 114, 'add_userprofile'),
	(449, 'Can change user profile', 114, 'change_userprofile'),
	(450, 'Can delete user profile', 114, 'delete_userprofile'),
	(451, 'Can view user profile', 114, 'view_userprofile'),
	(452, 'Can view document', 4, 'view_document'),
	(453, 'Can view image', 2, 'view_image'),
	(454, 'Can add rendition', 115, 'add_rendition'),
	(455, 'Can change rendition', 115, 'change_rendition'),
	(456, 'Can delete rendition', 115, 'delete_rendition'),
	(457, 'Can view rendition', 115, 'view_rendition'),
	(458, 'Can add index entry', 116, 'add_indexentry'),
	(459, 'Can change index entry', 116, 'change_indexentry'),
	(460, 'Can delete index entry', 116, 'delete_indexentry'),
	(461, 'Can view index entry', 116, 'view_indexentry'),
	(462, 'Can add editing session', 117, 'add_editingsession'),
	(463, 'Can change editing session', 117, 'change_editingsession'),
	(464, 'Can delete editing session', 117, 'delete_editingsession'),
	(465, 'Can view editing session', 117, 'view_editingsession'),
	(466, 'Can add form state', 118, 'add_formstate'),
	(467, 'Can change form state', 118, 'change_formstate'),
	(468, 'Can delete form state', 118, 'delete_formstate'),
	(469, 'Can view form state', 118, 'view_formstate'),
	(470, 'Can add tag', 119, 'add_tag'),
	(471, 'Can change tag', 119, 'change_tag'),
	(472, 'Can delete tag', 119, 'delete_tag'),
	(473, 'Can view tag', 119, 'view_tag'),
	(474, 'Can add tagged item', 120, 'add_taggeditem'),
	(475, 'Can change tagged item', 120, 'change_taggeditem'),
	(476, 'Can delete tagged item', 120, 'delete_taggeditem'),
	(477, 'Can view tagged item', 120, 'view_taggeditem'),
	(478, 'Can add procrastinate event', 121, 'add_procrastinateevent'),
	(479, 'Can change procrastinate event', 121, 'change_procrastinateevent'),
	(480, 'Can delete procrastinate event', 121, 'delete_procrastinateevent'),
	(481, 'Can view procrastinate event', 121, 'view_procrastinateevent'),
	(482, 'Can add procrastinate job', 122, 'add_procrastinatejob'),
	(483, 'Can change procrastinate job', 122, 'change_procrastinatejob'),
	(484, 'Can delete procrastinate job', 122, 'delete_procrastinatejob'),
	(485, 'Can view procrastinate job', 122, 'view_procrastinatejob'),
	(486, 'Can add procrastinate periodic defer', 123, 'add_procrastinateperiodicdefer'),
	(487, 'Can change procrastinate periodic defer', 123, 'change_procrastinateperiodicdefer'),
	(488, 'Can delete procrastinate periodic defer', 123, 'delete_procrastinateperiodicdefer'),
	(489, 'Can view procrastinate periodic defer', 123, 'view_procrastinateperiodicdefer'),
	(490, 'Can add procrastinate worker', 124, 'add_procrastinateworker'),
	(491, 'Can change procrastinate worker', 124, 'change_procrastinateworker'),
	(492, 'Can delete procrastinate worker', 124, 'delete_procrastinateworker'),
	(493, 'Can view procrastinate worker', 124, 'view_procrastinateworker'),
	(494, 'Can add access attempt', 125, 'add_accessattempt'),
	(495, 'Can change access attempt', 125, 'change_accessattempt'),
	(496, 'Can delete access attempt', 125, 'delete_accessattempt'),
	(497, 'Can view access attempt', 125, 'view_accessattempt'),
	(498, 'Can add access log', 126, 'add_accesslog'),
	(499, 'Can change access log', 126, 'change_accesslog'),
	(500, 'Can delete access log', 126, 'delete_accesslog');
INSERT INTO public.auth_permission VALUES
	(501, 'Can view access log', 126, 'view_accesslog'),
	(502, 'Can add access failure', 127, 'add_accessfailurelog'),
	(503, 'Can change access failure', 127, 'change_accessfailurelog'),
	(504, 'Can delete access failure', 127, 'delete_accessfailurelog'),
	(505, 'Can view access failure', 127, 'view_accessfailurelog'),
	(506, 'Can add access attempt expiration', 128, 'add_accessattemptexpiration'),
	(507, 'Can change access attempt expiration', 128, 'change_accessattemptexpiration'),
	(508, 'Can delete access attempt expiration', 128, 'delete_accessattemptexpiration'),
	(509, 'Can view access attempt expiration', 128, 'view_accessattemptexpiration'),
	(510, 'Can add email address', 129, 'add_emailaddress'),
	(511, 'Can change email address', 129, 'change_emailaddress'),
	(512, 'Can delete email address', 129, 'delete_emailaddress'),
	(513, 'Can view email address', 129, 'view_emailaddress'),
	(514, 'Can add email confirmation', 130, 'add_emailconfirmation'),
	(515, 'Can change email confirmation', 130, 'change_emailconfirmation'),
	(516, 'Can delete email confirmation', 130, 'delete_emailconfirmation'),
	(517, 'Can view email confirmation', 130, 'view_emailconfirmation'),
	(518, 'Can add authenticator', 131, 'add_authenticator'),
	(519, 'Can change authenticator', 131, 'change_authenticator'),
	(520, 'Can delete authenticator', 131, 'delete_authenticator'),
	(521, 'Can view authenticator', 131, 'view_authenticator'),
	(522, 'Can add user session', 132, 'add_usersession'),
	(523, 'Can change user session', 132, 'change_usersession'),
	(524, 'Can delete user session', 132, 'delete_usersession'),
	(525, 'Can view user session', 132, 'view_usersession'),
	(526, 'Can add social account', 133, 'add_socialaccount'),
	(527, 'Can change social account', 133, 'change_socialaccount'),
	(528, 'Can delete social account', 133, 'delete_socialaccount'),
	(529, 'Can view social account', 133, 'view_socialaccount'),
	(530, 'Can add social application', 134, 'add_socialapp'),
	(531, 'Can change social application', 134, 'change_socialapp'),
	(532, 'Can delete social application', 134, 'delete_socialapp'),
	(533, 'Can view social application', 134, 'view_socialapp'),
	(534, 'Can add social application token', 135, 'add_socialtoken'),
	(535, 'Can change social application token', 135, 'change_socialtoken'),
	(536, 'Can delete social application token', 135, 'delete_socialtoken'),
	(537, 'Can view social application token', 135, 'view_socialtoken'),
	(538, 'Can add permission', 136, 'add_permission'),
	(539, 'Can change permission', 136, 'change_permission'),
	(540, 'Can delete permission', 136, 'delete_permission'),
	(541, 'Can view permission', 136, 'view_permission'),
	(542, 'Can add group', 137, 'add_group'),
	(543, 'Can change group', 137, 'change_group'),
	(544, 'Can delete group', 137, 'delete_group'),
	(545, 'Can view group', 137, 'view_group'),
	(546, 'Can add content type', 138, 'add_contenttype'),
	(547, 'Can change content type', 138, 'change_contenttype'),
	(548, 'Can delete content type', 138, 'delete_contenttype'),
	(549, 'Can view content type', 138, 'view_contenttype'),
	(550, 'Can add session', 139, 'add_session'),
	(551, 'Can change session', 139, 'change_session'),
	(552, 'Can delete session', 139, 'delete_session'),
	(553, 'Can view session', 139, 'view_session'),
	(554, 'Can add demo item', 140, 'add_demoitem'),
	(555, 'Can change demo item', 140, 'change_demoitem'),
	(556, 'Can delete demo item', 140, 'delete_demoitem'),
	(557, 'Can view demo item', 140, 'view_demoitem');
INSERT INTO public.django_content_type VALUES
	(1, 'wagtailcore', 'page'),
	(2, 'wagtailimages', 'image'),
	(3, 'wagtailadmin', 'admin'),
	(4, 'wagtaildocs', 'document'),
	(5, 'wagtailcore', 'groupapprovaltask'),
	(6, 'wagtailcore', 'locale'),
	(7, 'wagtailcore', 'site'),
	(8, 'wagtailcore', 'groupsitepermission'),
	(9, 'wagtailcore', 'apitoken'),
	(10, 'wagtailcore', 'modellogentry'),
	(11, 'wagtailcore', 'revision'),
	(12, 'wagtailcore', 'collectionviewrestriction'),
	(13, 'wagtailcore', 'collection'),
	(14, 'wagtailcore', 'groupcollectionpermission'),
	(15, 'wagtailcore', 'uploadedfile'),
	(16, 'wagtailcore', 'workflowcontenttype'),
	(17, 'wagtailcore', 'workflowstate'),
	(18, 'wagtailcore', 'workflow'),
	(19, 'wagtailcore', 'workflowtask'),
	(20, 'wagtailcore', 'task'),
	(21, 'wagtailcore', 'taskstate'),
	(22, 'wagtailcore', 'grouppagepermission'),
	(23, 'wagtailcore', 'pageviewrestriction'),
	(24, 'wagtailcore', 'workflowpage'),
	(25, 'wagtailcore', 'pagelogentry'),
	(26, 'wagtailcore', 'comment'),
	(27, 'wagtailcore', 'commentreply'),
	(28, 'wagtailcore', 'pagesubscription'),
	(29, 'wagtailcore', 'referenceindex'),
	(30, 'accounts', 'user'),
	(31, 'core', 'labdocument'),
	(32, 'core', 'labimage'),
	(33, 'core', 'labrendition'),
	(34, 'core', 'failedplan'),
	(35, 'core', 'attemptcounter'),
	(36, 'core', 'pagesuccession'),
	(37, 'taxonomy', 'labtag'),
	(38, 'taxonomy', 'organisation'),
	(39, 'taxonomy', 'theme'),
	(40, 'taxonomy', 'category'),
	(41, 'taxonomy', 'person'),
	(42, 'taxonomy', 'ambitionweb'),
	(43, 'taxonomy', 'ambitionaxis'),
	(44, 'taxonomy', 'consentrequest'),
	(45, 'harvest', 'otherlab'),
	(46, 'harvest', 'harvestedstory'),
	(47, 'search', 'stalesource'),
	(48, 'search', 'searchentry'),
	(49, 'search', 'elasticsearchindex'),
	(50, 'search', 'elasticsearchchange'),
	(51, 'search', 'pendingentry'),
	(52, 'search', 'segment'),
	(53, 'search', 'synonymgroup'),
	(54, 'search', 'tombstone'),
	(55, 'search', 'indexedentry'),
	(56, 'search', 'indexterm'),
	(57, 'search', 'poorsearch'),
	(58, 'search', 'promotedresult'),
	(59, 'search', 'postinglist'),
	(60, 'pages', 'homepage'),
	(61, 'pages', 'newsindexpage'),
	(62, 'pages', 'newspage'),
	(63, 'pages', 'newstag'),
	(64, 'pages', 'standardpage'),
	(65, 'pages', 'toolindexpage'),
	(66, 'pages', 'toolpage'),
	(67, 'pages', 'colleagueindexpage'),
	(68, 'pages', 'organisationindexpage'),
	(69, 'pages', 'contactpage'),
	(70, 'pages', 'contactsubject'),
	(71, 'casestudies', 'exampleindexpage'),
	(72, 'casestudies', 'examplepage'),
	(73, 'casestudies', 'exampletag'),
	(74, 'casestudies', 'casestudyindexpage'),
	(75, 'casestudies', 'casestudypage'),
	(76, 'casestudies', 'casestudydocument'),
	(77, 'casestudies', 'casestudyrelatedpage'),
	(78, 'casestudies', 'casestudytag'),
	(79, 'casestudies', 'followupsettings'),
	(80, 'casestudies', 'followupmail'),
	(81, 'casestudies', 'followupanswer'),
	(82, 'casestudies', 'followup'),
	(83, 'casestudies', 'result'),
	(84, 'casestudies', 'casestudyadoption'),
	(85, 'casestudies', 'casestudyambition'),
	(86, 'casestudies', 'criterionindexpage'),
	(87, 'casestudies', 'examplecriterion'),
	(88, 'casestudies', 'casestudycriterion'),
	(89, 'casestudies', 'examplerelatedpage'),
	(90, 'casestudies', 'clausesettings'),
	(91, 'events', 'meetingindexpage'),
	(92, 'events', 'meetingpage'),
	(93, 'events', 'meetingdocument'),
	(94, 'events', 'meetingcontributor'),
	(95, 'events', 'meetingrelatedpage'),
	(96, 'events', 'meetingtag'),
	(97, 'events', 'programmeitem'),
	(98, 'events', 'seatpool'),
	(99, 'events', 'signup'),
	(100, 'events', 'agreedaction'),
	(101, 'events', 'interest'),
	(102, 'events', 'meetingpresentation'),
	(103, 'events', 'meetingseries'),
	(104, 'events', 'organisermessage'),
	(105, 'events', 'outgoingmail'),
	(106, 'events', 'actionprogress'),
	(107, 'events', 'intention'),
	(108, 'events', 'deskaccess'),
	(109, 'api', 'filesize'),
	(110, 'provision', 'provisioneditem'),
	(111, 'wagtailredirects', 'redirect'),
	(112, 'simple_translation', 'simpletranslation'),
	(113, 'wagtailembeds', 'embed'),
	(114, 'wagtailusers', 'userprofile'),
	(115, 'wagtailimages', 'rendition'),
	(116, 'wagtailsearch', 'indexentry'),
	(117, 'wagtailadmin', 'editingsession'),
	(118, 'wagtailadmin', 'formstate'),
	(119, 'taggit', 'tag'),
	(120, 'taggit', 'taggeditem'),
	(121, 'procrastinate', 'procrastinateevent'),
	(122, 'procrastinate', 'procrastinatejob'),
	(123, 'procrastinate', 'procrastinateperiodicdefer'),
	(124, 'procrastinate', 'procrastinateworker'),
	(125, 'axes', 'accessattempt'),
	(126, 'axes', 'accesslog'),
	(127, 'axes', 'accessfailurelog'),
	(128, 'axes', 'accessattemptexpiration'),
	(129, 'account', 'emailaddress'),
	(130, 'account', 'emailconfirmation'),
	(131, 'mfa', 'authenticator'),
	(132, 'usersessions', 'usersession'),
	(133, 'socialaccount', 'socialaccount'),
	(134, 'socialaccount', 'socialapp'),
	(135, 'socialaccount', 'socialtoken'),
	(136, 'auth', 'permission'),
	(137, 'auth', 'group'),
	(138, 'contenttypes', 'contenttype'),
	(139, 'sessions', 'session'),
	(140, 'demo', 'demoitem');
INSERT INTO public.django_migrations VALUES
	(97, 'taggit', '0001_initial', '2000-01-01 00:00:00+00'),
	(1, 'contenttypes', '0001_initial', '2000-01-01 00:00:00+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2000-01-01 00:00:00+00'),
	(3, 'auth', '0001_initial', '2000-01-01 00:00:00+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2000-01-01 00:00:00+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2000-01-01 00:00:00+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2000-01-01 00:00:00+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2000-01-01 00:00:00+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2000-01-01 00:00:00+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2000-01-01 00:00:00+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2000-01-01 00:00:00+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2000-01-01 00:00:00+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2000-01-01 00:00:00+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2000-01-01 00:00:00+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2000-01-01 00:00:00+00'),
	(15, 'accounts', '0001_initial', '2000-01-01 00:00:00+00'),
	(16, 'account', '0001_initial', '2000-01-01 00:00:00+00'),
	(17, 'account', '0002_email_max_length', '2000-01-01 00:00:00+00'),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2000-01-01 00:00:00+00'),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', '2000-01-01 00:00:00+00'),
	(20, 'account', '0005_emailaddress_idx_upper_email', '2000-01-01 00:00:00+00'),
	(21, 'account', '0006_emailaddress_lower', '2000-01-01 00:00:00+00'),
	(22, 'account', '0007_emailaddress_idx_email', '2000-01-01 00:00:00+00'),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2000-01-01 00:00:00+00'),
	(24, 'account', '0009_emailaddress_unique_primary_email', '2000-01-01 00:00:00+00'),
	(25, 'accounts', '0002_email_addresses_have_one_form', '2000-01-01 00:00:00+00'),
	(26, 'accounts', '0003_user_log_in_generation', '2000-01-01 00:00:00+00'),
	(27, 'api', '0001_file_size', '2000-01-01 00:00:00+00'),
	(28, 'axes', '0001_initial', '2000-01-01 00:00:00+00'),
	(29, 'axes', '0002_auto_20151217_2044', '2000-01-01 00:00:00+00'),
	(30, 'axes', '0003_auto_20160322_0929', '2000-01-01 00:00:00+00'),
	(31, 'axes', '0004_auto_20181024_1538', '2000-01-01 00:00:00+00'),
	(32, 'axes', '0005_remove_accessattempt_trusted', '2000-01-01 00:00:00+00'),
	(33, 'axes', '0006_remove_accesslog_trusted', '2000-01-01 00:00:00+00'),
	(34, 'axes', '0007_alter_accessattempt_unique_together', '2000-01-01 00:00:00+00'),
	(35, 'axes', '0008_accessfailurelog', '2000-01-01 00:00:00+00'),
	(36, 'axes', '0009_add_session_hash', '2000-01-01 00:00:00+00'),
	(37, 'axes', '0010_accessattemptexpiration', '2000-01-01 00:00:00+00'),
	(38, 'wagtailcore', '0001_initial', '2000-01-01 00:00:00+00'),
	(39, 'wagtailcore', '0002_initial_data', '2000-01-01 00:00:00+00'),
	(40, 'wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2000-01-01 00:00:00+00'),
	(41, 'wagtailcore', '0004_page_locked', '2000-01-01 00:00:00+00'),
	(42, 'wagtailcore', '0005_add_page_lock_permission_to_moderators', '2000-01-01 00:00:00+00'),
	(43, 'wagtailcore', '0006_add_lock_page_permission', '2000-01-01 00:00:00+00'),
	(44, 'wagtailcore', '0007_page_latest_revision_created_at', '2000-01-01 00:00:00+00'),
	(45, 'wagtailcore', '0008_populate_latest_revision_created_at', '2000-01-01 00:00:00+00'),
	(46, 'wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2000-01-01 00:00:00+00'),
	(47, 'wagtailcore', '0010_change_page_owner_to_null_on_delete', '2000-01-01 00:00:00+00'),
	(48, 'wagtailcore', '0011_page_first_published_at', '2000-01-01 00:00:00+00'),
	(49, 'wagtailcore', '0012_extend_page_slug_field', '2000-01-01 00:00:00+00'),
	(50, 'wagtailcore', '0013_update_golive_expire_help_text', '2000-01-01 00:00:00+00'),
	(51, 'wagtailcore', '0014_add_verbose_name', '2000-01-01 00:00:00+00'),
	(52, 'wagtailcore', '0015_add_more_verbose_names', '2000-01-01 00:00:00+00'),
	(53, 'wagtailcore', '0016_change_page_url_path_to_text_field', '2000-01-01 00:00:00+00'),
	(54, 'wagtailusers', '0001_initial', '2000-01-01 00:00:00+00'),
	(55, 'wagtailusers', '0002_add_verbose_name_on_userprofile', '2000-01-01 00:00:00+00'),
	(56, 'wagtailusers', '0003_add_verbose_names', '2000-01-01 00:00:00+00'),
	(57, 'wagtailusers', '0004_capitalizeverbose', '2000-01-01 00:00:00+00'),
	(58, 'wagtailusers', '0005_make_related_name_wagtail_specific', '2000-01-01 00:00:00+00'),
	(59, 'wagtailusers', '0006_userprofile_prefered_language', '2000-01-01 00:00:00+00'),
	(60, 'wagtailusers', '0007_userprofile_current_time_zone', '2000-01-01 00:00:00+00'),
	(61, 'wagtailusers', '0008_userprofile_avatar', '2000-01-01 00:00:00+00'),
	(62, 'wagtailusers', '0009_userprofile_verbose_name_plural', '2000-01-01 00:00:00+00'),
	(63, 'wagtailusers', '0010_userprofile_updated_comments_notifications', '2000-01-01 00:00:00+00'),
	(64, 'wagtailusers', '0011_userprofile_dismissibles', '2000-01-01 00:00:00+00'),
	(65, 'wagtailusers', '0012_userprofile_theme', '2000-01-01 00:00:00+00'),
	(66, 'wagtailusers', '0013_userprofile_density', '2000-01-01 00:00:00+00'),
	(67, 'wagtailusers', '0014_userprofile_contrast', '2000-01-01 00:00:00+00'),
	(68, 'wagtailusers', '0015_userprofile_keyboard_shortcuts', '2000-01-01 00:00:00+00'),
	(69, 'wagtailsearch', '0001_initial', '2000-01-01 00:00:00+00'),
	(70, 'wagtailsearch', '0002_add_verbose_names', '2000-01-01 00:00:00+00'),
	(71, 'wagtailsearch', '0003_remove_editors_pick', '2000-01-01 00:00:00+00'),
	(72, 'wagtailsearch', '0004_querydailyhits_verbose_name_plural', '2000-01-01 00:00:00+00'),
	(73, 'wagtailsearch', '0005_create_indexentry', '2000-01-01 00:00:00+00'),
	(74, 'wagtailsearch', '0006_customise_indexentry', '2000-01-01 00:00:00+00'),
	(75, 'wagtailsearch', '0007_delete_editorspick', '2000-01-01 00:00:00+00'),
	(76, 'wagtailsearch', '0008_remove_query_and_querydailyhits_models', '2000-01-01 00:00:00+00'),
	(77, 'wagtailsearch', '0009_remove_ngram_autocomplete', '2000-01-01 00:00:00+00'),
	(78, 'wagtailsearch', '0010_add_text_fields', '2000-01-01 00:00:00+00'),
	(79, 'wagtailredirects', '0001_initial', '2000-01-01 00:00:00+00'),
	(80, 'wagtailredirects', '0002_add_verbose_names', '2000-01-01 00:00:00+00'),
	(81, 'wagtailredirects', '0003_make_site_field_editable', '2000-01-01 00:00:00+00'),
	(82, 'wagtailredirects', '0004_set_unique_on_path_and_site', '2000-01-01 00:00:00+00'),
	(83, 'wagtailredirects', '0005_capitalizeverbose', '2000-01-01 00:00:00+00'),
	(84, 'wagtailredirects', '0006_redirect_increase_max_length', '2000-01-01 00:00:00+00'),
	(85, 'wagtailredirects', '0007_add_autocreate_fields', '2000-01-01 00:00:00+00'),
	(86, 'wagtailredirects', '0008_add_verbose_name_plural', '2000-01-01 00:00:00+00'),
	(87, 'wagtailcore', '0017_change_edit_page_permission_description', '2000-01-01 00:00:00+00'),
	(88, 'wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2000-01-01 00:00:00+00'),
	(89, 'wagtailcore', '0019_verbose_names_cleanup', '2000-01-01 00:00:00+00'),
	(90, 'wagtailcore', '0020_add_index_on_page_first_published_at', '2000-01-01 00:00:00+00'),
	(91, 'wagtailcore', '0021_capitalizeverbose', '2000-01-01 00:00:00+00'),
	(92, 'wagtailcore', '0022_add_site_name', '2000-01-01 00:00:00+00'),
	(93, 'wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2000-01-01 00:00:00+00'),
	(94, 'wagtailcore', '0024_collection', '2000-01-01 00:00:00+00'),
	(95, 'wagtailcore', '0025_collection_initial_data', '2000-01-01 00:00:00+00'),
	(96, 'wagtailcore', '0026_group_collection_permission', '2000-01-01 00:00:00+00'),
	(98, 'wagtailimages', '0001_initial', '2000-01-01 00:00:00+00'),
	(99, 'wagtailimages', '0002_initial_data', '2000-01-01 00:00:00+00'),
	(100, 'wagtailimages', '0003_fix_focal_point_fields', '2000-01-01 00:00:00+00'),
	(101, 'wagtailimages', '0004_make_focal_point_key_not_nullable', '2000-01-01 00:00:00+00'),
	(102, 'wagtailimages', '0005_make_filter_spec_unique', '2000-01-01 00:00:00+00'),
	(103, 'wagtailimages', '0006_add_verbose_names', '2000-01-01 00:00:00+00'),
	(104, 'wagtailimages', '0007_image_file_size', '2000-01-01 00:00:00+00'),
	(105, 'wagtailimages', '0008_image_created_at_index', '2000-01-01 00:00:00+00'),
	(106, 'wagtailimages', '0009_capitalizeverbose', '2000-01-01 00:00:00+00'),
	(107, 'wagtailimages', '0010_change_on_delete_behaviour', '2000-01-01 00:00:00+00'),
	(108, 'wagtailimages', '0011_image_collection', '2000-01-01 00:00:00+00'),
	(109, 'wagtailimages', '0012_copy_image_permissions_to_collections', '2000-01-01 00:00:00+00'),
	(110, 'wagtailimages', '0013_make_rendition_upload_callable', '2000-01-01 00:00:00+00'),
	(111, 'wagtailimages', '0014_add_filter_spec_field', '2000-01-01 00:00:00+00'),
	(112, 'wagtailimages', '0015_fill_filter_spec_field', '2000-01-01 00:00:00+00'),
	(113, 'wagtailimages', '0016_deprecate_rendition_filter_relation', '2000-01-01 00:00:00+00'),
	(114, 'wagtailimages', '0017_reduce_focal_point_key_max_length', '2000-01-01 00:00:00+00'),
	(115, 'wagtailimages', '0018_remove_rendition_filter', '2000-01-01 00:00:00+00'),
	(116, 'wagtailimages', '0019_delete_filter', '2000-01-01 00:00:00+00'),
	(117, 'wagtailimages', '0020_add-verbose-name', '2000-01-01 00:00:00+00'),
	(118, 'wagtailimages', '0021_image_file_hash', '2000-01-01 00:00:00+00'),
	(119, 'wagtailimages', '0022_uploadedimage', '2000-01-01 00:00:00+00'),
	(120, 'wagtailadmin', '0001_create_admin_access_permissions', '2000-01-01 00:00:00+00'),
	(121, 'wagtailimages', '0023_add_choose_permissions', '2000-01-01 00:00:00+00'),
	(122, 'wagtailimages', '0024_index_image_file_hash', '2000-01-01 00:00:00+00'),
	(123, 'wagtailimages', '0025_alter_image_file_alter_rendition_file', '2000-01-01 00:00:00+00'),
	(124, 'wagtailimages', '0026_delete_uploadedimage', '2000-01-01 00:00:00+00'),
	(125, 'wagtailimages', '0027_image_description', '2000-01-01 00:00:00+00'),
	(126, 'wagtailembeds', '0001_initial', '2000-01-01 00:00:00+00'),
	(127, 'wagtailembeds', '0002_add_verbose_names', '2000-01-01 00:00:00+00'),
	(128, 'wagtailembeds', '0003_capitalizeverbose', '2000-01-01 00:00:00+00'),
	(129, 'wagtailembeds', '0004_embed_verbose_name_plural', '2000-01-01 00:00:00+00'),
	(130, 'wagtailembeds', '0005_specify_thumbnail_url_max_length', '2000-01-01 00:00:00+00'),
	(131, 'wagtailembeds', '0006_add_embed_hash', '2000-01-01 00:00:00+00'),
	(132, 'wagtailembeds', '0007_populate_hash', '2000-01-01 00:00:00+00'),
	(133, 'wagtailembeds', '0008_allow_long_urls', '2000-01-01 00:00:00+00'),
	(134, 'wagtailembeds', '0009_embed_cache_until', '2000-01-01 00:00:00+00'),
	(135, 'wagtaildocs', '0001_initial', '2000-01-01 00:00:00+00'),
	(136, 'wagtaildocs', '0002_initial_data', '2000-01-01 00:00:00+00'),
	(137, 'wagtaildocs', '0003_add_verbose_names', '2000-01-01 00:00:00+00'),
	(138, 'wagtaildocs', '0004_capitalizeverbose', '2000-01-01 00:00:00+00'),
	(139, 'wagtaildocs', '0005_document_collection', '2000-01-01 00:00:00+00'),
	(140, 'wagtaildocs', '0006_copy_document_permissions_to_collections', '2000-01-01 00:00:00+00'),
	(141, 'wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2000-01-01 00:00:00+00'),
	(142, 'wagtaildocs', '0007_merge', '2000-01-01 00:00:00+00'),
	(143, 'wagtaildocs', '0008_document_file_size', '2000-01-01 00:00:00+00'),
	(144, 'wagtaildocs', '0009_document_verbose_name_plural', '2000-01-01 00:00:00+00'),
	(145, 'wagtaildocs', '0010_document_file_hash', '2000-01-01 00:00:00+00'),
	(146, 'wagtaildocs', '0011_add_choose_permissions', '2000-01-01 00:00:00+00'),
	(147, 'wagtaildocs', '0012_uploadeddocument', '2000-01-01 00:00:00+00'),
	(148, 'wagtaildocs', '0013_delete_uploadeddocument', '2000-01-01 00:00:00+00'),
	(149, 'wagtaildocs', '0014_alter_document_file_size', '2000-01-01 00:00:00+00'),
	(150, 'wagtailcore', '0027_fix_collection_path_collation', '2000-01-01 00:00:00+00'),
	(151, 'wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2000-01-01 00:00:00+00'),
	(152, 'wagtailcore', '0028_merge', '2000-01-01 00:00:00+00'),
	(153, 'wagtailcore', '0029_unicode_slugfield_dj19', '2000-01-01 00:00:00+00'),
	(154, 'wagtailcore', '0030_index_on_pagerevision_created_at', '2000-01-01 00:00:00+00'),
	(155, 'wagtailcore', '0031_add_page_view_restriction_types', '2000-01-01 00:00:00+00'),
	(156, 'wagtailcore', '0032_add_bulk_delete_page_permission', '2000-01-01 00:00:00+00'),
	(157, 'wagtailcore', '0033_remove_golive_expiry_help_text', '2000-01-01 00:00:00+00'),
	(158, 'wagtailcore', '0034_page_live_revision', '2000-01-01 00:00:00+00'),
	(159, 'wagtailcore', '0035_page_last_published_at', '2000-01-01 00:00:00+00'),
	(160, 'wagtailcore', '0036_populate_page_last_published_at', '2000-01-01 00:00:00+00'),
	(161, 'wagtailcore', '0037_set_page_owner_editable', '2000-01-01 00:00:00+00'),
	(162, 'wagtailcore', '0038_make_first_published_at_editable', '2000-01-01 00:00:00+00'),
	(163, 'wagtailcore', '0039_collectionviewrestriction', '2000-01-01 00:00:00+00'),
	(164, 'wagtailcore', '0040_page_draft_title', '2000-01-01 00:00:00+00'),
	(165, 'wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2000-01-01 00:00:00+00'),
	(166, 'wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2000-01-01 00:00:00+00'),
	(167, 'wagtailcore', '0043_lock_fields', '2000-01-01 00:00:00+00'),
	(168, 'wagtailcore', '0044_add_unlock_grouppagepermission', '2000-01-01 00:00:00+00'),
	(169, 'wagtailcore', '0045_assign_unlock_grouppagepermission', '2000-01-01 00:00:00+00'),
	(170, 'wagtailcore', '0046_site_name_remove_null', '2000-01-01 00:00:00+00'),
	(171, 'wagtailcore', '0047_add_workflow_models', '2000-01-01 00:00:00+00'),
	(172, 'wagtailcore', '0048_add_default_workflows', '2000-01-01 00:00:00+00'),
	(173, 'wagtailcore', '0049_taskstate_finished_by', '2000-01-01 00:00:00+00'),
	(174, 'wagtailcore', '0050_workflow_rejected_to_needs_changes', '2000-01-01 00:00:00+00'),
	(175, 'wagtailcore', '0051_taskstate_comment', '2000-01-01 00:00:00+00'),
	(176, 'wagtailcore', '0052_pagelogentry', '2000-01-01 00:00:00+00'),
	(177, 'wagtailcore', '0053_locale_model', '2000-01-01 00:00:00+00'),
	(178, 'wagtailcore', '0054_initial_locale', '2000-01-01 00:00:00+00'),
	(179, 'wagtailcore', '0055_page_locale_fields', '2000-01-01 00:00:00+00'),
	(180, 'wagtailcore', '0056_page_locale_fields_populate', '2000-01-01 00:00:00+00'),
	(181, 'wagtailcore', '0057_page_locale_fields_notnull', '2000-01-01 00:00:00+00'),
	(182, 'wagtailcore', '0058_page_alias_of', '2000-01-01 00:00:00+00'),
	(183, 'wagtailcore', '0059_apply_collection_ordering', '2000-01-01 00:00:00+00'),
	(184, 'wagtailcore', '0060_fix_workflow_unique_constraint', '2000-01-01 00:00:00+00'),
	(185, 'wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2000-01-01 00:00:00+00'),
	(186, 'wagtailcore', '0062_comment_models_and_pagesubscription', '2000-01-01 00:00:00+00'),
	(187, 'wagtailcore', '0063_modellogentry', '2000-01-01 00:00:00+00'),
	(188, 'wagtailcore', '0064_log_timestamp_indexes', '2000-01-01 00:00:00+00'),
	(189, 'wagtailcore', '0065_log_entry_uuid', '2000-01-01 00:00:00+00'),
	(190, 'wagtailcore', '0066_collection_management_permissions', '2000-01-01 00:00:00+00'),
	(191, 'wagtailcore', '0067_alter_pagerevision_content_json', '2000-01-01 00:00:00+00'),
	(192, 'wagtailcore', '0068_log_entry_empty_object', '2000-01-01 00:00:00+00'),
	(193, 'wagtailcore', '0069_log_entry_jsonfield', '2000-01-01 00:00:00+00'),
	(194, 'wagtailcore', '0070_rename_pagerevision_revision', '2000-01-01 00:00:00+00'),
	(195, 'wagtailcore', '0071_populate_revision_content_type', '2000-01-01 00:00:00+00'),
	(196, 'wagtailcore', '0072_alter_revision_content_type_notnull', '2000-01-01 00:00:00+00'),
	(197, 'wagtailcore', '0073_page_latest_revision', '2000-01-01 00:00:00+00'),
	(198, 'wagtailcore', '0074_revision_object_str', '2000-01-01 00:00:00+00'),
	(199, 'wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2000-01-01 00:00:00+00'),
	(200, 'wagtailcore', '0076_modellogentry_revision', '2000-01-01 00:00:00+00'),
	(201, 'wagtailcore', '0077_alter_revision_user', '2000-01-01 00:00:00+00'),
	(202, 'wagtailcore', '0078_referenceindex', '2000-01-01 00:00:00+00'),
	(203, 'wagtailcore', '0079_rename_taskstate_page_revision', '2000-01-01 00:00:00+00'),
	(204, 'wagtailcore', '0080_generic_workflowstate', '2000-01-01 00:00:00+00'),
	(205, 'wagtailcore', '0081_populate_workflowstate_content_type', '2000-01-01 00:00:00+00'),
	(206, 'wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2000-01-01 00:00:00+00'),
	(207, 'wagtailcore', '0083_workflowcontenttype', '2000-01-01 00:00:00+00'),
	(208, 'wagtailcore', '0084_add_default_page_permissions', '2000-01-01 00:00:00+00'),
	(209, 'wagtailcore', '0085_add_grouppagepermission_permission', '2000-01-01 00:00:00+00'),
	(210, 'wagtailcore', '0086_populate_grouppagepermission_permission', '2000-01-01 00:00:00+00'),
	(211, 'wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2000-01-01 00:00:00+00'),
	(212, 'wagtailcore', '0088_fix_log_entry_json_timestamps', '2000-01-01 00:00:00+00'),
	(213, 'wagtailcore', '0089_log_entry_data_json_null_to_object', '2000-01-01 00:00:00+00'),
	(214, 'wagtailcore', '0090_remove_grouppagepermission_permission_type', '2000-01-01 00:00:00+00'),
	(215, 'wagtailcore', '0091_remove_revision_submitted_for_moderation', '2000-01-01 00:00:00+00'),
	(216, 'wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2000-01-01 00:00:00+00'),
	(217, 'wagtailcore', '0093_uploadedfile', '2000-01-01 00:00:00+00'),
	(218, 'wagtailcore', '0094_alter_page_locale', '2000-01-01 00:00:00+00'),
	(219, 'wagtailcore', '0095_groupsitepermission', '2000-01-01 00:00:00+00'),
	(220, 'wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2000-01-01 00:00:00+00'),
	(221, 'wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2000-01-01 00:00:00+00'),
	(222, 'wagtailcore', '0098_apitoken', '2000-01-01 00:00:00+00'),
	(223, 'wagtailadmin', '0002_admin', '2000-01-01 00:00:00+00'),
	(224, 'wagtailadmin', '0003_admin_managed', '2000-01-01 00:00:00+00'),
	(225, 'wagtailadmin', '0004_editingsession', '2000-01-01 00:00:00+00'),
	(226, 'wagtailadmin', '0005_editingsession_is_editing', '2000-01-01 00:00:00+00'),
	(227, 'wagtailadmin', '0006_formstate', '2000-01-01 00:00:00+00'),
	(228, 'taggit', '0002_auto_20150616_2121', '2000-01-01 00:00:00+00'),
	(229, 'taggit', '0003_taggeditem_add_unique_index', '2000-01-01 00:00:00+00'),
	(230, 'taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2000-01-01 00:00:00+00'),
	(231, 'taggit', '0005_auto_20220424_2025', '2000-01-01 00:00:00+00'),
	(232, 'taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2000-01-01 00:00:00+00'),
	(233, 'core', '0001_initial', '2000-01-01 00:00:00+00'),
	(234, 'taxonomy', '0001_initial', '2000-01-01 00:00:00+00'),
	(235, 'taxonomy', '0002_organisation_introduction', '2000-01-01 00:00:00+00'),
	(236, 'taxonomy', '0003_plain_tag_addresses', '2000-01-01 00:00:00+00'),
	(237, 'taxonomy', '0004_names_have_one_form', '2000-01-01 00:00:00+00'),
	(238, 'core', '0002_picture_file', '2000-01-01 00:00:00+00'),
	(239, 'search', '0001_entries', '2000-01-01 00:00:00+00'),
	(240, 'search', '0002_text_and_triggers', '2000-01-01 00:00:00+00'),
	(241, 'search', '0003_labels', '2000-01-01 00:00:00+00'),
	(242, 'procrastinate', '0001_initial', '2000-01-01 00:00:00+00'),
	(243, 'search', '0004_elasticsearch', '2000-01-01 00:00:00+00'),
	(244, 'search', '0005_index', '2000-01-01 00:00:00+00'),
	(245, 'core', '0003_sizes_of_a_file', '2000-01-01 00:00:00+00'),
	(246, 'core', '0004_redirects_of_drafts', '2000-01-01 00:00:00+00'),
	(247, 'search', '0006_title_words', '2000-01-01 00:00:00+00'),
	(248, 'search', '0007_editors', '2000-01-01 00:00:00+00'),
	(249, 'search', '0008_elasticsearch_last_entry', '2000-01-01 00:00:00+00'),
	(250, 'search', '0009_smaller_index', '2000-01-01 00:00:00+00'),
	(251, 'taxonomy', '0005_alphabetical_order', '2000-01-01 00:00:00+00'),
	(252, 'taxonomy', '0006_ambition_webs', '2000-01-01 00:00:00+00'),
	(253, 'taxonomy', '0007_ways_to_reach_a_person', '2000-01-01 00:00:00+00'),
	(254, 'taxonomy', '0008_phone_numbers_have_one_form', '2000-01-01 00:00:00+00'),
	(255, 'taxonomy', '0009_phone_numbers_can_be_called', '2000-01-01 00:00:00+00'),
	(256, 'taxonomy', '0010_email_addresses_have_one_form', '2000-01-01 00:00:00+00'),
	(257, 'core', '0005_failed_plans', '2000-01-01 00:00:00+00'),
	(258, 'core', '0006_documents_keep_their_addresses', '2000-01-01 00:00:00+00'),
	(259, 'core', '0007_attempt_counters', '2000-01-01 00:00:00+00'),
	(260, 'taxonomy', '0011_organisation_logo', '2000-01-01 00:00:00+00'),
	(261, 'casestudies', '0001_initial', '2000-01-01 00:00:00+00'),
	(262, 'casestudies', '0002_case_study', '2000-01-01 00:00:00+00'),
	(263, 'casestudies', '0003_drafts_may_be_incomplete', '2000-01-01 00:00:00+00'),
	(264, 'casestudies', '0004_terms_may_be_gone', '2000-01-01 00:00:00+00'),
	(265, 'casestudies', '0005_promises', '2000-01-01 00:00:00+00'),
	(266, 'casestudies', '0006_ambitions_costs_steering', '2000-01-01 00:00:00+00'),
	(267, 'casestudies', '0007_criteria', '2000-01-01 00:00:00+00'),
	(268, 'casestudies', '0008_example_related_pages', '2000-01-01 00:00:00+00'),
	(269, 'casestudies', '0009_plain_help_texts', '2000-01-01 00:00:00+00'),
	(270, 'casestudies', '0010_follow_up_addresses', '2000-01-01 00:00:00+00'),
	(271, 'casestudies', '0011_clause_settings_and_ambition_facet', '2000-01-01 00:00:00+00'),
	(272, 'casestudies', '0012_rights', '2000-01-01 00:00:00+00'),
	(273, 'core', '0008_page_successions', '2000-01-01 00:00:00+00'),
	(274, 'core', '0009_licence_of_documents', '2000-01-01 00:00:00+00'),
	(275, 'demo', '0001_initial', '2000-01-01 00:00:00+00'),
	(276, 'procrastinate', '0002_drop_started_at_column', '2000-01-01 00:00:00+00'),
	(277, 'procrastinate', '0003_drop_started_at_column', '2000-01-01 00:00:00+00'),
	(278, 'procrastinate', '0004_drop_procrastinate_version_table', '2000-01-01 00:00:00+00'),
	(279, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2000-01-01 00:00:00+00'),
	(280, 'procrastinate', '0006_fix_trigger_status_events_insert', '2000-01-01 00:00:00+00'),
	(281, 'procrastinate', '0007_add_queueing_lock_column', '2000-01-01 00:00:00+00'),
	(282, 'procrastinate', '0008_close_fetch_job_race_condition', '2000-01-01 00:00:00+00'),
	(283, 'procrastinate', '0009_add_defer_job_function', '2000-01-01 00:00:00+00'),
	(284, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2000-01-01 00:00:00+00'),
	(285, 'procrastinate', '0011_add_foreign_key_index', '2000-01-01 00:00:00+00'),
	(286, 'procrastinate', '0012_add_locks_to_periodic_defer', '2000-01-01 00:00:00+00'),
	(287, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2000-01-01 00:00:00+00'),
	(288, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2000-01-01 00:00:00+00'),
	(289, 'procrastinate', '0015_add_trigger_on_job_deletion', '2000-01-01 00:00:00+00'),
	(290, 'procrastinate', '0016_delete_finished_jobs', '2000-01-01 00:00:00+00'),
	(291, 'procrastinate', '0017_add_checks_to_finish_job', '2000-01-01 00:00:00+00'),
	(292, 'procrastinate', '0018_add_checks_to_retry_job', '2000-01-01 00:00:00+00'),
	(293, 'procrastinate', '0019_fix_finish_job_compat_issue', '2000-01-01 00:00:00+00'),
	(294, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2000-01-01 00:00:00+00'),
	(295, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2000-01-01 00:00:00+00'),
	(296, 'procrastinate', '0022_null_locks_excluded', '2000-01-01 00:00:00+00'),
	(297, 'procrastinate', '0023_remove_old_finish_job_function', '2000-01-01 00:00:00+00'),
	(298, 'procrastinate', '0024_job_id_bigint', '2000-01-01 00:00:00+00'),
	(299, 'procrastinate', '0025_add_models', '2000-01-01 00:00:00+00'),
	(300, 'procrastinate', '0026_add_job_priority', '2000-01-01 00:00:00+00'),
	(301, 'procrastinate', '0027_add_periodic_job_priority', '2000-01-01 00:00:00+00'),
	(302, 'procrastinate', '0028_add_cancel_states', '2000-01-01 00:00:00+00'),
	(303, 'procrastinate', '0029_add_additional_params_to_retry_job', '2000-01-01 00:00:00+00'),
	(304, 'procrastinate', '0030_alter_procrastinateevent_options', '2000-01-01 00:00:00+00'),
	(305, 'procrastinate', '0031_add_indexes_for_fetch_job', '2000-01-01 00:00:00+00'),
	(306, 'procrastinate', '0032_pre_cancel_notification', '2000-01-01 00:00:00+00'),
	(307, 'procrastinate', '0033_post_cancel_notification', '2000-01-01 00:00:00+00'),
	(308, 'procrastinate', '0034_pre_add_heartbeat', '2000-01-01 00:00:00+00'),
	(309, 'procrastinate', '0035_post_add_heartbeat', '2000-01-01 00:00:00+00'),
	(310, 'procrastinate', '0036_add_worker_model', '2000-01-01 00:00:00+00'),
	(311, 'procrastinate', '0037_pre_batch_defer_jobs', '2000-01-01 00:00:00+00'),
	(312, 'procrastinate', '0038_post_batch_defer_jobs', '2000-01-01 00:00:00+00'),
	(313, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2000-01-01 00:00:00+00'),
	(314, 'procrastinate', '0040_pre_retry_failed_job', '2000-01-01 00:00:00+00'),
	(315, 'procrastinate', '0041_post_retry_failed_job', '2000-01-01 00:00:00+00'),
	(316, 'events', '0001_initial', '2000-01-01 00:00:00+00'),
	(317, 'events', '0002_seats_and_sign_ups', '2000-01-01 00:00:00+00'),
	(318, 'events', '0003_organisers_desk', '2000-01-01 00:00:00+00'),
	(319, 'events', '0004_returned_mail', '2000-01-01 00:00:00+00'),
	(320, 'events', '0005_corrected_address', '2000-01-01 00:00:00+00'),
	(321, 'events', '0006_message_once', '2000-01-01 00:00:00+00'),
	(322, 'events', '0007_outgoing_mail', '2000-01-01 00:00:00+00'),
	(323, 'events', '0008_terms_may_be_gone', '2000-01-01 00:00:00+00'),
	(324, 'events', '0009_told_dates', '2000-01-01 00:00:00+00'),
	(325, 'events', '0010_why_cancelled', '2000-01-01 00:00:00+00'),
	(326, 'events', '0011_opening_of_sign_up', '2000-01-01 00:00:00+00'),
	(327, 'events', '0012_no_end_before_the_end', '2000-01-01 00:00:00+00'),
	(328, 'events', '0013_alphabetical_order', '2000-01-01 00:00:00+00'),
	(329, 'events', '0014_report_published', '2000-01-01 00:00:00+00'),
	(330, 'events', '0015_hybrid_seats', '2000-01-01 00:00:00+00'),
	(331, 'events', '0016_report_blocks', '2000-01-01 00:00:00+00'),
	(332, 'events', '0017_past_meetings_and_names', '2000-01-01 00:00:00+00'),
	(333, 'events', '0018_agreed_actions_with_owner', '2000-01-01 00:00:00+00'),
	(334, 'events', '0019_help_texts', '2000-01-01 00:00:00+00'),
	(335, 'events', '0020_email_addresses_have_one_form', '2000-01-01 00:00:00+00'),
	(336, 'events', '0021_intentions', '2000-01-01 00:00:00+00'),
	(337, 'events', '0022_plain_help_texts', '2000-01-01 00:00:00+00'),
	(338, 'events', '0023_desk_access', '2000-01-01 00:00:00+00'),
	(339, 'events', '0024_intention_link', '2000-01-01 00:00:00+00'),
	(340, 'harvest', '0001_other_labs', '2000-01-01 00:00:00+00'),
	(341, 'harvest', '0002_details', '2000-01-01 00:00:00+00'),
	(342, 'mfa', '0001_initial', '2000-01-01 00:00:00+00'),
	(343, 'mfa', '0002_authenticator_timestamps', '2000-01-01 00:00:00+00'),
	(344, 'mfa', '0003_authenticator_type_uniq', '2000-01-01 00:00:00+00'),
	(345, 'pages', '0001_initial', '2000-01-01 00:00:00+00'),
	(346, 'pages', '0002_home_featured_categories', '2000-01-01 00:00:00+00'),
	(347, 'pages', '0003_more_blocks', '2000-01-01 00:00:00+00'),
	(348, 'pages', '0004_organisations_and_colleagues', '2000-01-01 00:00:00+00'),
	(349, 'pages', '0005_labels', '2000-01-01 00:00:00+00'),
	(350, 'pages', '0006_contact_page', '2000-01-01 00:00:00+00'),
	(351, 'pages', '0007_tips_with_steering', '2000-01-01 00:00:00+00'),
	(352, 'pages', '0008_email_addresses_have_one_form', '2000-01-01 00:00:00+00'),
	(353, 'pages', '0009_plain_help_texts', '2000-01-01 00:00:00+00'),
	(354, 'pages', '0010_table_of_personal_data', '2000-01-01 00:00:00+00'),
	(355, 'pages', '0011_rights', '2000-01-01 00:00:00+00'),
	(356, 'provision', '0001_initial', '2000-01-01 00:00:00+00'),
	(357, 'provision', '0002_remember_what_was_made', '2000-01-01 00:00:00+00'),
	(358, 'provision', '0003_normalize_text', '2000-01-01 00:00:00+00'),
	(359, 'taxonomy', '0012_plain_help_texts', '2000-01-01 00:00:00+00'),
	(360, 'search', '0010_phrases_in_words', '2000-01-01 00:00:00+00'),
	(361, 'search', '0011_harvested', '2000-01-01 00:00:00+00'),
	(362, 'sessions', '0001_initial', '2000-01-01 00:00:00+00'),
	(363, 'simple_translation', '0001_initial', '2000-01-01 00:00:00+00'),
	(364, 'socialaccount', '0001_initial', '2000-01-01 00:00:00+00'),
	(365, 'socialaccount', '0002_token_max_lengths', '2000-01-01 00:00:00+00'),
	(366, 'socialaccount', '0003_extra_data_default_dict', '2000-01-01 00:00:00+00'),
	(367, 'socialaccount', '0004_app_provider_id_settings', '2000-01-01 00:00:00+00'),
	(368, 'socialaccount', '0005_socialtoken_nullable_app', '2000-01-01 00:00:00+00'),
	(369, 'socialaccount', '0006_alter_socialaccount_extra_data', '2000-01-01 00:00:00+00'),
	(370, 'taxonomy', '0013_who_noted_an_agreement', '2000-01-01 00:00:00+00'),
	(371, 'taxonomy', '0014_consent_by_link', '2000-01-01 00:00:00+00'),
	(372, 'usersessions', '0001_initial', '2000-01-01 00:00:00+00'),
	(373, 'wagtailimages', '0001_squashed_0021', '2000-01-01 00:00:00+00'),
	(374, 'wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2000-01-01 00:00:00+00');
INSERT INTO public.wagtailcore_collection VALUES
	(1, '0001', 1, 0, 'Root');
INSERT INTO public.wagtailcore_groupapprovaltask VALUES
	(1);
INSERT INTO public.wagtailcore_groupapprovaltask_groups VALUES
	(1, 1, 1);
INSERT INTO public.wagtailcore_groupcollectionpermission VALUES
	(1, 1, 1, 1),
	(2, 1, 2, 1),
	(3, 1, 1, 2),
	(4, 1, 2, 2),
	(5, 1, 1, 5),
	(6, 1, 2, 5),
	(7, 1, 1, 6),
	(8, 1, 2, 6),
	(9, 1, 1, 7),
	(10, 1, 2, 7),
	(11, 1, 1, 9),
	(12, 1, 2, 9);
INSERT INTO public.wagtailcore_grouppagepermission VALUES
	(1, 1, 1, 78),
	(2, 1, 1, 79),
	(3, 1, 1, 84),
	(4, 2, 1, 78),
	(5, 2, 1, 79),
	(6, 1, 1, 83),
	(7, 1, 1, 85);
INSERT INTO public.wagtailcore_locale VALUES
	(1, 'nl');
INSERT INTO public.wagtailcore_page VALUES
	(1, '0001', 1, 1, 'Root', 'root', true, false, '/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, '14e24c9f-53c8-47a2-8f11-8ec0c15ba928', 1, NULL, NULL),
	(2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', true, false, '/home/', '', false, '', NULL, NULL, false, 1, NULL, false, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 'f2182f7b-ea03-41ae-b68c-06a97d524ddc', 1, NULL, NULL);
INSERT INTO public.wagtailcore_site VALUES
	(1, 'localhost', 80, true, 2, '');
INSERT INTO public.wagtailcore_task VALUES
	(1, 'Moderators approval', true, 5);
INSERT INTO public.wagtailcore_workflow VALUES
	(1, 'Moderators approval', true);
INSERT INTO public.wagtailcore_workflowpage VALUES
	(1, 1);
INSERT INTO public.wagtailcore_workflowtask VALUES
	(1, 0, 1, 1);
SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);
SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_id_seq', 1, false);
SELECT pg_catalog.setval('public.accounts_user_user_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.api_filesize_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 2, true);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 18, true);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 557, true);
SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudyadoption_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudyambition_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudycriterion_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudydocument_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudypage_themes_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudyrelatedpage_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_casestudytag_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_clausesettings_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_examplecriterion_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_examplepage_themes_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_examplerelatedpage_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_exampletag_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_followup_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_followupanswer_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_followupmail_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_followupsettings_id_seq', 1, false);
SELECT pg_catalog.setval('public.casestudies_result_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_failedplan_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_labdocument_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_labimage_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_labrendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.core_pagesuccession_id_seq', 1, false);
SELECT pg_catalog.setval('public.demo_demoitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 140, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 374, true);
SELECT pg_catalog.setval('public.events_agreedaction_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_deskaccess_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_intention_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_interest_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_mailintent_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingcontributor_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingdocument_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingpage_themes_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingpresentation_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingrelatedpage_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingseries_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_meetingtag_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_organisermessage_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_programmeitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.events_signup_id_seq', 1, false);
SELECT pg_catalog.setval('public.harvest_harvestedstory_id_seq', 1, false);
SELECT pg_catalog.setval('public.harvest_otherlab_id_seq', 1, false);
SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);
SELECT pg_catalog.setval('public.pages_contactsubject_id_seq', 1, false);
SELECT pg_catalog.setval('public.pages_homepage_featured_categories_id_seq', 1, false);
SELECT pg_catalog.setval('public.pages_newspage_themes_id_seq', 1, false);
SELECT pg_catalog.setval('public.pages_newstag_id_seq', 1, false);
SELECT pg_catalog.setval('public.pages_toolpage_themes_id_seq', 1, false);
SELECT pg_catalog.setval('public.provision_provisioneditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_elasticsearchchange_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_elasticsearchindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_indexedentry_number_seq', 1, false);
SELECT pg_catalog.setval('public.search_indexterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_poorsearch_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_promotedresult_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_searchentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_stalesource_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_synonymgroup_id_seq', 1, false);
SELECT pg_catalog.setval('public.search_version', 1, false);
SELECT pg_catalog.setval('public.simple_translation_simpletranslation_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);
SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_tag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taggit_taggeditem_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_ambitionaxis_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_ambitionweb_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_category_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_consentrequest_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_labtag_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_organisation_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_person_categories_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_person_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_person_themes_id_seq', 1, false);
SELECT pg_catalog.setval('public.taxonomy_theme_id_seq', 1, false);
SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_admin_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_editingsession_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailadmin_formstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_apitoken_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collection_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_collectionviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_comment_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_commentreply_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_groupapprovaltask_groups_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_groupcollectionpermission_id_seq', 12, true);
SELECT pg_catalog.setval('public.wagtailcore_grouppagepermission_id_seq', 7, true);
SELECT pg_catalog.setval('public.wagtailcore_groupsitepermission_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_locale_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_modellogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_page_id_seq', 2, true);
SELECT pg_catalog.setval('public.wagtailcore_pagelogentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagerevision_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pagesubscription_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_groups_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_pageviewrestriction_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_referenceindex_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_site_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_task_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_taskstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_uploadedfile_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflow_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtailcore_workflowstate_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailcore_workflowtask_id_seq', 1, true);
SELECT pg_catalog.setval('public.wagtaildocs_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailembeds_embed_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_image_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailimages_rendition_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailredirects_redirect_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailsearch_indexentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.wagtailusers_userprofile_id_seq', 1, false);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_group_id_59c0b32f_uniq UNIQUE (user_id, group_id);
ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permi_user_id_permission_id_2ab516c2_uniq UNIQUE (user_id, permission_id);
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_filesize
    ADD CONSTRAINT api_file_size_unique UNIQUE (name, form);
ALTER TABLE ONLY public.api_filesize
    ADD CONSTRAINT api_filesize_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);
ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudyambition
    ADD CONSTRAINT casestudies_axis_once UNIQUE (case_study_id, axis_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyadoption
    ADD CONSTRAINT casestudies_casestudyadoption_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudyambition
    ADD CONSTRAINT casestudies_casestudyambition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudycriterion
    ADD CONSTRAINT casestudies_casestudycriterion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudydocument
    ADD CONSTRAINT casestudies_casestudydocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudyindexpage
    ADD CONSTRAINT casestudies_casestudyindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.casestudies_casestudypage_themes
    ADD CONSTRAINT casestudies_casestudypag_casestudypage_id_theme_i_7288f89d_uniq UNIQUE (casestudypage_id, theme_id);
ALTER TABLE ONLY public.casestudies_casestudypage
    ADD CONSTRAINT casestudies_casestudypage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.casestudies_casestudypage_themes
    ADD CONSTRAINT casestudies_casestudypage_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudyrelatedpage
    ADD CONSTRAINT casestudies_casestudyrelatedpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_casestudytag
    ADD CONSTRAINT casestudies_casestudytag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_clausesettings
    ADD CONSTRAINT casestudies_clausesettings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_criterionindexpage
    ADD CONSTRAINT casestudies_criterionindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.casestudies_examplecriterion
    ADD CONSTRAINT casestudies_examplecriterion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_exampleindexpage
    ADD CONSTRAINT casestudies_exampleindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.casestudies_examplepage_themes
    ADD CONSTRAINT casestudies_examplepage__examplepage_id_theme_id_88395ce2_uniq UNIQUE (examplepage_id, theme_id);
ALTER TABLE ONLY public.casestudies_examplepage
    ADD CONSTRAINT casestudies_examplepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.casestudies_examplepage_themes
    ADD CONSTRAINT casestudies_examplepage_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_examplerelatedpage
    ADD CONSTRAINT casestudies_examplerelatedpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_exampletag
    ADD CONSTRAINT casestudies_exampletag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_followup
    ADD CONSTRAINT casestudies_followup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_followup
    ADD CONSTRAINT casestudies_followup_translation_key_locale_id_898ecb8e_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.casestudies_followupanswer
    ADD CONSTRAINT casestudies_followupanswer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_followupanswer
    ADD CONSTRAINT casestudies_followupanswer_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.casestudies_followupmail
    ADD CONSTRAINT casestudies_followupmail_dedupe_key_key UNIQUE (dedupe_key);
ALTER TABLE ONLY public.casestudies_followupmail
    ADD CONSTRAINT casestudies_followupmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_followupmail
    ADD CONSTRAINT casestudies_followupmail_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.casestudies_followupsettings
    ADD CONSTRAINT casestudies_followupsettings_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_result
    ADD CONSTRAINT casestudies_result_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.casestudies_result
    ADD CONSTRAINT casestudies_result_translation_key_locale_id_98c1b927_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.core_attempt_counter
    ADD CONSTRAINT core_attempt_counter_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.core_failedplan
    ADD CONSTRAINT core_failed_plan_unique UNIQUE (action, content_type_id, object_id);
ALTER TABLE ONLY public.core_failedplan
    ADD CONSTRAINT core_failedplan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_labdocument
    ADD CONSTRAINT core_labdocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_labimage
    ADD CONSTRAINT core_labimage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_labrendition
    ADD CONSTRAINT core_labrendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_pagesuccession
    ADD CONSTRAINT core_pagesuccession_page_id_key UNIQUE (page_id);
ALTER TABLE ONLY public.core_pagesuccession
    ADD CONSTRAINT core_pagesuccession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.core_labrendition
    ADD CONSTRAINT core_rendition_unique UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.demo_demoitem
    ADD CONSTRAINT demo_demoitem_key_key UNIQUE (key);
ALTER TABLE ONLY public.demo_demoitem
    ADD CONSTRAINT demo_demoitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.demo_demoitem
    ADD CONSTRAINT demo_item_once UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.events_actionprogress
    ADD CONSTRAINT events_actionprogress_pkey PRIMARY KEY (uuid);
ALTER TABLE ONLY public.events_agreedaction
    ADD CONSTRAINT events_agreedaction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_deskaccess
    ADD CONSTRAINT events_deskaccess_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_intention
    ADD CONSTRAINT events_intention_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_intention
    ADD CONSTRAINT events_intention_sign_up_id_key UNIQUE (sign_up_id);
ALTER TABLE ONLY public.events_intention
    ADD CONSTRAINT events_intention_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.events_interest
    ADD CONSTRAINT events_interest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_interest
    ADD CONSTRAINT events_interest_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_dedupe_key_key UNIQUE (dedupe_key);
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.events_meetingcontributor
    ADD CONSTRAINT events_meetingcontributor_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocument_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_meetingindexpage
    ADD CONSTRAINT events_meetingindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.events_meetingpage
    ADD CONSTRAINT events_meetingpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.events_meetingpage_themes
    ADD CONSTRAINT events_meetingpage_themes_meetingpage_id_theme_id_8be7f424_uniq UNIQUE (meetingpage_id, theme_id);
ALTER TABLE ONLY public.events_meetingpage_themes
    ADD CONSTRAINT events_meetingpage_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_meetingpresentation
    ADD CONSTRAINT events_meetingpresentation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_meetingrelatedpage
    ADD CONSTRAINT events_meetingrelatedpage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_meetingseries
    ADD CONSTRAINT events_meetingseries_name_key UNIQUE (name);
ALTER TABLE ONLY public.events_meetingseries
    ADD CONSTRAINT events_meetingseries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_meetingtag
    ADD CONSTRAINT events_meetingtag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_organisermessage
    ADD CONSTRAINT events_organisermessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_organisermessage
    ADD CONSTRAINT events_organisermessage_submission_id_c6d9f8dd_uniq UNIQUE (submission_id);
ALTER TABLE ONLY public.events_programmeitem
    ADD CONSTRAINT events_programmeitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_seatpool
    ADD CONSTRAINT events_seatpool_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.events_signup
    ADD CONSTRAINT events_signup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events_signup
    ADD CONSTRAINT events_signup_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.harvest_harvestedstory
    ADD CONSTRAINT harvest_harvestedstory_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.harvest_otherlab
    ADD CONSTRAINT harvest_otherlab_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.harvest_otherlab
    ADD CONSTRAINT harvest_otherlab_url_key UNIQUE (url);
ALTER TABLE ONLY public.harvest_harvestedstory
    ADD CONSTRAINT harvest_story_unique UNIQUE (lab_id, resource, key);
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pages_colleagueindexpage
    ADD CONSTRAINT pages_colleagueindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_contactpage
    ADD CONSTRAINT pages_contactpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_contactsubject
    ADD CONSTRAINT pages_contactsubject_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pages_homepage_featured_categories
    ADD CONSTRAINT pages_homepage_featured__homepage_id_category_id_62060303_uniq UNIQUE (homepage_id, category_id);
ALTER TABLE ONLY public.pages_homepage_featured_categories
    ADD CONSTRAINT pages_homepage_featured_categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pages_homepage
    ADD CONSTRAINT pages_homepage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_newsindexpage
    ADD CONSTRAINT pages_newsindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_newspage
    ADD CONSTRAINT pages_newspage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_newspage_themes
    ADD CONSTRAINT pages_newspage_themes_newspage_id_theme_id_f529919b_uniq UNIQUE (newspage_id, theme_id);
ALTER TABLE ONLY public.pages_newspage_themes
    ADD CONSTRAINT pages_newspage_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pages_newstag
    ADD CONSTRAINT pages_newstag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pages_organisationindexpage
    ADD CONSTRAINT pages_organisationindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_standardpage
    ADD CONSTRAINT pages_standardpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_toolindexpage
    ADD CONSTRAINT pages_toolindexpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_toolpage
    ADD CONSTRAINT pages_toolpage_pkey PRIMARY KEY (page_ptr_id);
ALTER TABLE ONLY public.pages_toolpage_themes
    ADD CONSTRAINT pages_toolpage_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.pages_toolpage_themes
    ADD CONSTRAINT pages_toolpage_themes_toolpage_id_theme_id_9aba3114_uniq UNIQUE (toolpage_id, theme_id);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.provision_provisioneditem
    ADD CONSTRAINT provision_provisioneditem_key_key UNIQUE (key);
ALTER TABLE ONLY public.provision_provisioneditem
    ADD CONSTRAINT provision_provisioneditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_elasticsearchchange
    ADD CONSTRAINT search_elasticsearchchange_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_elasticsearchindex
    ADD CONSTRAINT search_elasticsearchindex_name_key UNIQUE (name);
ALTER TABLE ONLY public.search_elasticsearchindex
    ADD CONSTRAINT search_elasticsearchindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_entry_unique UNIQUE NULLS NOT DISTINCT (page_id, organisation_id, person_id, harvested_id, part, language);
ALTER TABLE ONLY public.search_indexedentry
    ADD CONSTRAINT search_indexedentry_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.search_indexedentry
    ADD CONSTRAINT search_indexedentry_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.search_indexterm
    ADD CONSTRAINT search_indexterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_pendingentry
    ADD CONSTRAINT search_pendingentry_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.search_poorsearch
    ADD CONSTRAINT search_poor_search_once_a_month UNIQUE (text, language, month);
ALTER TABLE ONLY public.search_poorsearch
    ADD CONSTRAINT search_poorsearch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_postinglist
    ADD CONSTRAINT search_postinglist_pkey PRIMARY KEY (term_id, block);
ALTER TABLE ONLY public.search_promotedresult
    ADD CONSTRAINT search_promotedresult_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_searchentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_segment
    ADD CONSTRAINT search_segment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_stalesource
    ADD CONSTRAINT search_stale_unique UNIQUE (kind, source_id, transaction_id);
ALTER TABLE ONLY public.search_stalesource
    ADD CONSTRAINT search_stalesource_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_synonymgroup
    ADD CONSTRAINT search_synonymgroup_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_indexterm
    ADD CONSTRAINT search_term_unique UNIQUE (language, term);
ALTER TABLE ONLY public.search_tombstone
    ADD CONSTRAINT search_tombstone_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.events_signup
    ADD CONSTRAINT signup_position_unique UNIQUE (pool_id, "position");
ALTER TABLE ONLY public.events_signup
    ADD CONSTRAINT signup_submission_unique UNIQUE (pool_id, submission_id);
ALTER TABLE ONLY public.simple_translation_simpletranslation
    ADD CONSTRAINT simple_translation_simpletranslation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);
ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taggit_tag
    ADD CONSTRAINT taggit_tag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uni UNIQUE (content_type_id, object_id, tag_id);
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_ambitionaxis
    ADD CONSTRAINT taxonomy_ambitionaxis_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_ambitionweb
    ADD CONSTRAINT taxonomy_ambitionweb_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_ambitionaxis
    ADD CONSTRAINT taxonomy_axis_unique UNIQUE (web_id, name_nl);
ALTER TABLE ONLY public.taxonomy_category
    ADD CONSTRAINT taxonomy_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_category
    ADD CONSTRAINT taxonomy_category_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taxonomy_consentrequest
    ADD CONSTRAINT taxonomy_consentrequest_dedupe_key_key UNIQUE (dedupe_key);
ALTER TABLE ONLY public.taxonomy_consentrequest
    ADD CONSTRAINT taxonomy_consentrequest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_consentrequest
    ADD CONSTRAINT taxonomy_consentrequest_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.taxonomy_labtag
    ADD CONSTRAINT taxonomy_labtag_name_key UNIQUE (name);
ALTER TABLE ONLY public.taxonomy_labtag
    ADD CONSTRAINT taxonomy_labtag_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_labtag
    ADD CONSTRAINT taxonomy_labtag_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taxonomy_organisation
    ADD CONSTRAINT taxonomy_organisation_name_key UNIQUE (name);
ALTER TABLE ONLY public.taxonomy_organisation
    ADD CONSTRAINT taxonomy_organisation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_organisation
    ADD CONSTRAINT taxonomy_organisation_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taxonomy_person_categories
    ADD CONSTRAINT taxonomy_person_categories_person_id_category_id_cc7faa12_uniq UNIQUE (person_id, category_id);
ALTER TABLE ONLY public.taxonomy_person_categories
    ADD CONSTRAINT taxonomy_person_categories_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_person
    ADD CONSTRAINT taxonomy_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_person_themes
    ADD CONSTRAINT taxonomy_person_themes_person_id_theme_id_8194900a_uniq UNIQUE (person_id, theme_id);
ALTER TABLE ONLY public.taxonomy_person_themes
    ADD CONSTRAINT taxonomy_person_themes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_theme
    ADD CONSTRAINT taxonomy_theme_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.taxonomy_theme
    ADD CONSTRAINT taxonomy_theme_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.taxonomy_ambitionweb
    ADD CONSTRAINT taxonomy_web_version_unique UNIQUE (name, version);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT unique_permission UNIQUE (group_id, page_id, permission_id);
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);
ALTER TABLE ONLY public.wagtailadmin_admin
    ADD CONSTRAINT wagtailadmin_admin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editingsession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_key_hash_key UNIQUE (key_hash);
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_collection
    ADD CONSTRAINT wagtailcore_collection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionvi_collectionviewrestrictio_988995ae_uniq UNIQUE (collectionviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collectionviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprova_groupapprovaltask_id_gro_bb5ee7eb_uniq UNIQUE (groupapprovaltask_id, group_id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapprovaltask_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapprovaltask_pkey PRIMARY KEY (task_ptr_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollect_group_id_collection_id_p_a21cefe9_uniq UNIQUE (group_id, collection_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcollectionpermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppagepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsiteper_group_id_site_id_permiss_a58ee30d_uniq UNIQUE (group_id, site_id, permission_id);
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsitepermission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_language_code_key UNIQUE (language_code);
ALTER TABLE ONLY public.wagtailcore_locale
    ADD CONSTRAINT wagtailcore_locale_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_path_key UNIQUE (path);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_translation_key_locale_id_9b041bad_uniq UNIQUE (translation_key, locale_id);
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pagelogentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq UNIQUE (page_id, user_id);
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrest_pageviewrestriction_id_g_d23f80bb_uniq UNIQUE (pageviewrestriction_id, group_id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageviewrestriction_groups_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageviewrestriction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceind_base_content_type_id_obj_9e6ccd6a_uniq UNIQUE (base_content_type_id, object_id, to_content_type_id, to_object_id, content_path_hash);
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenceindex_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_hostname_port_2c626d70_uniq UNIQUE (hostname, port);
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploadedfile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflow
    ADD CONSTRAINT wagtailcore_workflow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflowcontenttype_pkey PRIMARY KEY (content_type_id);
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflowpage_pkey PRIMARY KEY (page_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_current_task_state_id_key UNIQUE (current_task_state_id);
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflowstate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq UNIQUE (workflow_id, task_id);
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_hash_c9bd8c9a_uniq UNIQUE (hash);
ALTER TABLE ONLY public.wagtailembeds_embed
    ADD CONSTRAINT wagtailembeds_embed_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_image_id_filter_spec_foc_323c8fe0_uniq UNIQUE (image_id, filter_spec, focal_point_key);
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_old_path_site_id_783622d7_uniq UNIQUE (old_path, site_id);
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_redirect_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_content_type_id_object_i_bcd7ba73_uniq UNIQUE (content_type_id, object_id);
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_key UNIQUE (user_id);
CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);
CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);
CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);
CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);
CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);
CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);
CREATE UNIQUE INDEX accounts_user_email_case_insensitive ON public.accounts_user USING btree (lower((email)::text));
CREATE INDEX accounts_user_groups_group_id_bd11a704 ON public.accounts_user_groups USING btree (group_id);
CREATE INDEX accounts_user_groups_user_id_52b62117 ON public.accounts_user_groups USING btree (user_id);
CREATE INDEX accounts_user_user_permissions_permission_id_113bb443 ON public.accounts_user_user_permissions USING btree (permission_id);
CREATE INDEX accounts_user_user_permissions_user_id_e4f0a161 ON public.accounts_user_user_permissions USING btree (user_id);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);
CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);
CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);
CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);
CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);
CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);
CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);
CREATE INDEX base_content_object_idx ON public.wagtailcore_revision USING btree (base_content_type_id, object_id);
CREATE INDEX casestudies_casestudyadoption_case_study_id_27967e0d ON public.casestudies_casestudyadoption USING btree (case_study_id);
CREATE INDEX casestudies_casestudyadoption_organisation_id_ade649d2 ON public.casestudies_casestudyadoption USING btree (organisation_id);
CREATE INDEX casestudies_casestudyadoption_page_id_1ffc735b ON public.casestudies_casestudyadoption USING btree (page_id);
CREATE INDEX casestudies_casestudyambition_axis_id_050afc75 ON public.casestudies_casestudyambition USING btree (axis_id);
CREATE INDEX casestudies_casestudyambition_case_study_id_ee122865 ON public.casestudies_casestudyambition USING btree (case_study_id);
CREATE INDEX casestudies_casestudycriterion_page_id_44303605 ON public.casestudies_casestudycriterion USING btree (page_id);
CREATE INDEX casestudies_casestudycriterion_theme_id_8e4a22b3 ON public.casestudies_casestudycriterion USING btree (theme_id);
CREATE INDEX casestudies_casestudycriterion_uuid_1f3bbb3c ON public.casestudies_casestudycriterion USING btree (uuid);
CREATE INDEX casestudies_casestudydocument_case_study_id_b40a8965 ON public.casestudies_casestudydocument USING btree (case_study_id);
CREATE INDEX casestudies_casestudydocument_document_id_6741e210 ON public.casestudies_casestudydocument USING btree (document_id);
CREATE INDEX casestudies_casestudyindexpage_picture_id_431adf98 ON public.casestudies_casestudyindexpage USING btree (picture_id);
CREATE INDEX casestudies_casestudypage_category_id_06cba019 ON public.casestudies_casestudypage USING btree (category_id);
CREATE INDEX casestudies_casestudypage_contact_id_ef42526a ON public.casestudies_casestudypage USING btree (contact_id);
CREATE INDEX casestudies_casestudypage_organisation_id_4a80fb4f ON public.casestudies_casestudypage USING btree (organisation_id);
CREATE INDEX casestudies_casestudypage_picture_id_7632d674 ON public.casestudies_casestudypage USING btree (picture_id);
CREATE INDEX casestudies_casestudypage_themes_casestudypage_id_4ac91d8e ON public.casestudies_casestudypage_themes USING btree (casestudypage_id);
CREATE INDEX casestudies_casestudypage_themes_theme_id_d2f6abef ON public.casestudies_casestudypage_themes USING btree (theme_id);
CREATE INDEX casestudies_casestudyrelatedpage_case_study_id_55c6bd0b ON public.casestudies_casestudyrelatedpage USING btree (case_study_id);
CREATE INDEX casestudies_casestudyrelatedpage_page_id_2b5725f8 ON public.casestudies_casestudyrelatedpage USING btree (page_id);
CREATE INDEX casestudies_casestudytag_content_object_id_1faba2d3 ON public.casestudies_casestudytag USING btree (content_object_id);
CREATE INDEX casestudies_casestudytag_tag_id_54274e6f ON public.casestudies_casestudytag USING btree (tag_id);
CREATE INDEX casestudies_criterionindexpage_picture_id_3030a507 ON public.casestudies_criterionindexpage USING btree (picture_id);
CREATE INDEX casestudies_examplecriterion_page_id_d5183c22 ON public.casestudies_examplecriterion USING btree (page_id);
CREATE INDEX casestudies_examplecriterion_uuid_3a8e082a ON public.casestudies_examplecriterion USING btree (uuid);
CREATE INDEX casestudies_exampleindexpage_picture_id_04f7cd73 ON public.casestudies_exampleindexpage USING btree (picture_id);
CREATE INDEX casestudies_examplepage_category_id_9d2367f2 ON public.casestudies_examplepage USING btree (category_id);
CREATE INDEX casestudies_examplepage_contact_id_ed7762b7 ON public.casestudies_examplepage USING btree (contact_id);
CREATE INDEX casestudies_examplepage_organisation_id_03244081 ON public.casestudies_examplepage USING btree (organisation_id);
CREATE INDEX casestudies_examplepage_picture_id_8f30933b ON public.casestudies_examplepage USING btree (picture_id);
CREATE INDEX casestudies_examplepage_themes_examplepage_id_b54966ac ON public.casestudies_examplepage_themes USING btree (examplepage_id);
CREATE INDEX casestudies_examplepage_themes_theme_id_e197bf47 ON public.casestudies_examplepage_themes USING btree (theme_id);
CREATE INDEX casestudies_examplerelatedpage_example_id_a4c6345c ON public.casestudies_examplerelatedpage USING btree (example_id);
CREATE INDEX casestudies_examplerelatedpage_page_id_5b237166 ON public.casestudies_examplerelatedpage USING btree (page_id);
CREATE INDEX casestudies_exampletag_content_object_id_74a99353 ON public.casestudies_exampletag USING btree (content_object_id);
CREATE INDEX casestudies_exampletag_tag_id_d61b6479 ON public.casestudies_exampletag USING btree (tag_id);
CREATE INDEX casestudies_followup_case_study_id_ea0f027b ON public.casestudies_followup USING btree (case_study_id);
CREATE INDEX casestudies_followup_locale_id_6b49d247 ON public.casestudies_followup USING btree (locale_id);
CREATE INDEX casestudies_followup_person_id_8a603f8d ON public.casestudies_followup USING btree (person_id);
CREATE INDEX casestudies_followupanswer_follow_up_9570d5b3 ON public.casestudies_followupanswer USING btree (follow_up);
CREATE INDEX casestudies_followupanswer_mail_id_bc5eb4a4 ON public.casestudies_followupanswer USING btree (mail_id);
CREATE INDEX casestudies_followupanswer_page_cfbc6b35 ON public.casestudies_followupanswer USING btree (page);
CREATE INDEX casestudies_followupmail_dedupe_key_eff6eed9_like ON public.casestudies_followupmail USING btree (dedupe_key varchar_pattern_ops);
CREATE INDEX casestudies_followupmail_follow_up_50bbe85b ON public.casestudies_followupmail USING btree (follow_up);
CREATE INDEX casestudies_result_case_study_id_69d17027 ON public.casestudies_result USING btree (case_study_id);
CREATE INDEX casestudies_result_locale_id_742fad91 ON public.casestudies_result USING btree (locale_id);
CREATE INDEX casestudies_result_theme_id_2c2b422c ON public.casestudies_result USING btree (theme_id);
CREATE INDEX content_object_idx ON public.wagtailcore_revision USING btree (content_type_id, object_id);
CREATE INDEX core_attempt_counter_key_f2346e6e_like ON public.core_attempt_counter USING btree (key varchar_pattern_ops);
CREATE INDEX core_attempt_counter_last_at_b1e837f5 ON public.core_attempt_counter USING btree (last_at);
CREATE INDEX core_failedplan_content_type_id_0c876368 ON public.core_failedplan USING btree (content_type_id);
CREATE INDEX core_failedplan_revision_id_850d6e41 ON public.core_failedplan USING btree (revision_id);
CREATE INDEX core_labdocument_collection_id_8561d17d ON public.core_labdocument USING btree (collection_id);
CREATE INDEX core_labdocument_uploaded_by_user_id_4f9a6139 ON public.core_labdocument USING btree (uploaded_by_user_id);
CREATE INDEX core_labimage_collection_id_44814df8 ON public.core_labimage USING btree (collection_id);
CREATE INDEX core_labimage_created_at_07f7d87f ON public.core_labimage USING btree (created_at);
CREATE INDEX core_labimage_file_hash_0ea461d8 ON public.core_labimage USING btree (file_hash);
CREATE INDEX core_labimage_file_hash_0ea461d8_like ON public.core_labimage USING btree (file_hash varchar_pattern_ops);
CREATE INDEX core_labimage_uploaded_by_user_id_f6c79a34 ON public.core_labimage USING btree (uploaded_by_user_id);
CREATE INDEX core_labrendition_filter_spec_9113dada ON public.core_labrendition USING btree (filter_spec);
CREATE INDEX core_labrendition_filter_spec_9113dada_like ON public.core_labrendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX core_labrendition_image_id_a0b9c2b3 ON public.core_labrendition USING btree (image_id);
CREATE INDEX core_pagesuccession_successor_id_03e3862b ON public.core_pagesuccession USING btree (successor_id);
CREATE INDEX demo_demoitem_content_type_id_b48edef9 ON public.demo_demoitem USING btree (content_type_id);
CREATE INDEX demo_demoitem_key_64dcacb4_like ON public.demo_demoitem USING btree (key varchar_pattern_ops);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX events_actionprogress_pool_id_1d9793ee ON public.events_actionprogress USING btree (pool_id);
CREATE INDEX events_agreedaction_owner_id_c3c80a94 ON public.events_agreedaction USING btree (owner_id);
CREATE INDEX events_agreedaction_page_id_7017767f ON public.events_agreedaction USING btree (page_id);
CREATE INDEX events_deskaccess_at_9a4c17e5 ON public.events_deskaccess USING btree (at);
CREATE INDEX events_deskaccess_user_id_b6e67710 ON public.events_deskaccess USING btree (user_id);
CREATE INDEX events_intention_pool_id_02392335 ON public.events_intention USING btree (pool_id);
CREATE INDEX events_interest_category_id_19222aec ON public.events_interest USING btree (category_id);
CREATE INDEX events_interest_opening_of_id_8f202684 ON public.events_interest USING btree (opening_of_id);
CREATE INDEX events_interest_report_of_id_9ecce2ee ON public.events_interest USING btree (report_of_id);
CREATE INDEX events_interest_theme_id_e02a6b1b ON public.events_interest USING btree (theme_id);
CREATE INDEX events_mailintent_about_id_93684631 ON public.events_outgoingmail USING btree (about_id);
CREATE INDEX events_mailintent_dedupe_key_7bc60257_like ON public.events_outgoingmail USING btree (dedupe_key varchar_pattern_ops);
CREATE INDEX events_mailintent_interest_id_2b5a80ab ON public.events_outgoingmail USING btree (interest_id);
CREATE INDEX events_mailintent_message_id_b9373b0c ON public.events_outgoingmail USING btree (message_id);
CREATE INDEX events_mailintent_sign_up_id_32aa92d0 ON public.events_outgoingmail USING btree (sign_up_id);
CREATE INDEX events_meetingcontributor_organisation_id_aeb3fd80 ON public.events_meetingcontributor USING btree (organisation_id);
CREATE INDEX events_meetingcontributor_page_id_b480c9ae ON public.events_meetingcontributor USING btree (page_id);
CREATE INDEX events_meetingcontributor_person_id_50ff6b15 ON public.events_meetingcontributor USING btree (person_id);
CREATE INDEX events_meetingdocument_document_id_d8cc0a54 ON public.events_meetingdocument USING btree (document_id);
CREATE INDEX events_meetingdocument_meeting_id_0fdfe810 ON public.events_meetingdocument USING btree (meeting_id);
CREATE INDEX events_meetingindexpage_picture_id_37490625 ON public.events_meetingindexpage USING btree (picture_id);
CREATE INDEX events_meetingpage_category_id_8c7b7b5a ON public.events_meetingpage USING btree (category_id);
CREATE INDEX events_meetingpage_picture_id_ccbed590 ON public.events_meetingpage USING btree (picture_id);
CREATE INDEX events_meetingpage_series_id_0a3f39ad ON public.events_meetingpage USING btree (series_id);
CREATE INDEX events_meetingpage_themes_meetingpage_id_a34536fd ON public.events_meetingpage_themes USING btree (meetingpage_id);
CREATE INDEX events_meetingpage_themes_theme_id_6db6cb8c ON public.events_meetingpage_themes USING btree (theme_id);
CREATE INDEX events_meetingpresentation_document_id_4fbfe5fe ON public.events_meetingpresentation USING btree (document_id);
CREATE INDEX events_meetingpresentation_meeting_id_05d403f6 ON public.events_meetingpresentation USING btree (meeting_id);
CREATE INDEX events_meetingrelatedpage_meeting_id_8a7d3f67 ON public.events_meetingrelatedpage USING btree (meeting_id);
CREATE INDEX events_meetingrelatedpage_page_id_bac575dd ON public.events_meetingrelatedpage USING btree (page_id);
CREATE INDEX events_meetingseries_name_aa44e4ad_like ON public.events_meetingseries USING btree (name varchar_pattern_ops);
CREATE INDEX events_meetingtag_content_object_id_983a623d ON public.events_meetingtag USING btree (content_object_id);
CREATE INDEX events_meetingtag_tag_id_16628717 ON public.events_meetingtag USING btree (tag_id);
CREATE INDEX events_organisermessage_author_id_30b04cc2 ON public.events_organisermessage USING btree (author_id);
CREATE INDEX events_organisermessage_pool_id_c55beeea ON public.events_organisermessage USING btree (pool_id);
CREATE INDEX events_outgoingmail_action_id_55847a11 ON public.events_outgoingmail USING btree (action_id);
CREATE INDEX events_outgoingmail_intention_id_e9319c6a ON public.events_outgoingmail USING btree (intention_id);
CREATE INDEX events_programmeitem_page_id_84ddd4db ON public.events_programmeitem USING btree (page_id);
CREATE INDEX events_signup_pool_id_276a6e35 ON public.events_signup USING btree (pool_id);
CREATE INDEX follow_up_due ON public.casestudies_followup USING btree (status, date);
CREATE INDEX formstate_user_object ON public.wagtailadmin_formstate USING btree (user_id, content_type_id, object_id, parent_object_id);
CREATE INDEX harvest_harvestedstory_lab_id_2de1a277 ON public.harvest_harvestedstory USING btree (lab_id);
CREATE INDEX harvest_otherlab_url_ce3a5c5a_like ON public.harvest_otherlab USING btree (url varchar_pattern_ops);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE UNIQUE INDEX interest_once_a_category ON public.events_interest USING btree (email, category_id) WHERE (category_id IS NOT NULL);
CREATE UNIQUE INDEX interest_once_a_opening_of ON public.events_interest USING btree (email, opening_of_id) WHERE (opening_of_id IS NOT NULL);
CREATE UNIQUE INDEX interest_once_a_report_of ON public.events_interest USING btree (email, report_of_id) WHERE (report_of_id IS NOT NULL);
CREATE UNIQUE INDEX interest_once_a_theme ON public.events_interest USING btree (email, theme_id) WHERE (theme_id IS NOT NULL);
CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);
CREATE INDEX pages_colleagueindexpage_picture_id_2b3e7130 ON public.pages_colleagueindexpage USING btree (picture_id);
CREATE INDEX pages_contactpage_picture_id_835d03c7 ON public.pages_contactpage USING btree (picture_id);
CREATE INDEX pages_contactsubject_category_id_134ecc3f ON public.pages_contactsubject USING btree (category_id);
CREATE INDEX pages_contactsubject_page_id_e1eba2c6 ON public.pages_contactsubject USING btree (page_id);
CREATE INDEX pages_contactsubject_theme_id_b0cc48ca ON public.pages_contactsubject USING btree (theme_id);
CREATE INDEX pages_homepage_featured_categories_category_id_f5e1744a ON public.pages_homepage_featured_categories USING btree (category_id);
CREATE INDEX pages_homepage_featured_categories_homepage_id_5c707068 ON public.pages_homepage_featured_categories USING btree (homepage_id);
CREATE INDEX pages_homepage_picture_id_a8483440 ON public.pages_homepage USING btree (picture_id);
CREATE INDEX pages_newsindexpage_picture_id_ead98fc1 ON public.pages_newsindexpage USING btree (picture_id);
CREATE INDEX pages_newspage_category_id_d4b8e62a ON public.pages_newspage USING btree (category_id);
CREATE INDEX pages_newspage_organisation_id_a7f12690 ON public.pages_newspage USING btree (organisation_id);
CREATE INDEX pages_newspage_picture_id_20bd3e35 ON public.pages_newspage USING btree (picture_id);
CREATE INDEX pages_newspage_themes_newspage_id_59652c11 ON public.pages_newspage_themes USING btree (newspage_id);
CREATE INDEX pages_newspage_themes_theme_id_be03bdf3 ON public.pages_newspage_themes USING btree (theme_id);
CREATE INDEX pages_newstag_content_object_id_7fd831b4 ON public.pages_newstag USING btree (content_object_id);
CREATE INDEX pages_newstag_tag_id_b96f32c4 ON public.pages_newstag USING btree (tag_id);
CREATE INDEX pages_organisationindexpage_picture_id_d9bf9690 ON public.pages_organisationindexpage USING btree (picture_id);
CREATE INDEX pages_standardpage_picture_id_3c098b10 ON public.pages_standardpage USING btree (picture_id);
CREATE INDEX pages_toolindexpage_picture_id_97cc6965 ON public.pages_toolindexpage USING btree (picture_id);
CREATE INDEX pages_toolpage_category_id_45809501 ON public.pages_toolpage USING btree (category_id);
CREATE INDEX pages_toolpage_document_id_14c5001a ON public.pages_toolpage USING btree (document_id);
CREATE INDEX pages_toolpage_organisation_id_16da1087 ON public.pages_toolpage USING btree (organisation_id);
CREATE INDEX pages_toolpage_picture_id_d08ae478 ON public.pages_toolpage USING btree (picture_id);
CREATE INDEX pages_toolpage_themes_theme_id_b63e42ea ON public.pages_toolpage_themes USING btree (theme_id);
CREATE INDEX pages_toolpage_themes_toolpage_id_92b23b4d ON public.pages_toolpage_themes USING btree (toolpage_id);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX provision_provisioneditem_key_9b183c9a_like ON public.provision_provisioneditem USING btree (key varchar_pattern_ops);
CREATE INDEX referenceindex_source_object ON public.wagtailcore_referenceindex USING btree (base_content_type_id, object_id);
CREATE INDEX referenceindex_target_object ON public.wagtailcore_referenceindex USING btree (to_content_type_id, to_object_id);
CREATE INDEX result_state ON public.casestudies_result USING btree (state);
CREATE INDEX search_change_order ON public.search_elasticsearchchange USING btree (index_id, attempts, id);
CREATE INDEX search_elasticsearchchange_index_id_c1c6f76f ON public.search_elasticsearchchange USING btree (index_id);
CREATE INDEX search_elasticsearchindex_name_15810273_like ON public.search_elasticsearchindex USING btree (name varchar_pattern_ops);
CREATE INDEX search_entry_facets ON public.search_searchentry USING gin (facets) WITH (fastupdate=off);
CREATE INDEX search_entry_title ON public.search_searchentry USING gin (to_tsvector('simple'::regconfig, (COALESCE(sort_title, ''::character varying))::text)) WITH (fastupdate=off);
CREATE INDEX search_promotedresult_page_id_80f4dc75 ON public.search_promotedresult USING btree (page_id);
CREATE INDEX search_searchentry_harvested_id_bf74122e ON public.search_searchentry USING btree (harvested_id);
CREATE INDEX search_searchentry_image_id_e696a820 ON public.search_searchentry USING btree (image_id);
CREATE INDEX search_searchentry_organisation_id_ae13f858 ON public.search_searchentry USING btree (organisation_id);
CREATE INDEX search_searchentry_page_id_44a01556 ON public.search_searchentry USING btree (page_id);
CREATE INDEX search_searchentry_person_id_d9d09cf1 ON public.search_searchentry USING btree (person_id);
CREATE INDEX search_term_ending ON public.search_indexterm USING btree (language, reverse((term)::text));
CREATE INDEX search_term_trigrams ON public.search_indexterm USING gin (term public.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX signup_email ON public.events_signup USING btree (email);
CREATE UNIQUE INDEX signup_one_active_an_email ON public.events_signup USING btree (pool_id, email) WHERE (((state)::text = ANY ((ARRAY['confirmed'::character varying, 'waiting'::character varying])::text[])) AND (NOT ((email)::text = ''::text)));
CREATE INDEX signup_waiting ON public.events_signup USING btree (pool_id, "position") WHERE ((state)::text = 'waiting'::text);
CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);
CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);
CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);
CREATE INDEX taggit_tag_name_58eb2ed9_like ON public.taggit_tag USING btree (name varchar_pattern_ops);
CREATE INDEX taggit_tag_slug_6be58b2c_like ON public.taggit_tag USING btree (slug varchar_pattern_ops);
CREATE INDEX taggit_tagg_content_8fc721_idx ON public.taggit_taggeditem USING btree (content_type_id, object_id);
CREATE INDEX taggit_taggeditem_content_type_id_9957a03c ON public.taggit_taggeditem USING btree (content_type_id);
CREATE INDEX taggit_taggeditem_object_id_e2d7d1df ON public.taggit_taggeditem USING btree (object_id);
CREATE INDEX taggit_taggeditem_tag_id_f4f5b767 ON public.taggit_taggeditem USING btree (tag_id);
CREATE INDEX taxonomy_ambitionaxis_web_id_6bbcaaa8 ON public.taxonomy_ambitionaxis USING btree (web_id);
CREATE INDEX taxonomy_category_parent_id_e569c8a8 ON public.taxonomy_category USING btree (parent_id);
CREATE INDEX taxonomy_category_slug_6ad40019_like ON public.taxonomy_category USING btree (slug varchar_pattern_ops);
CREATE INDEX taxonomy_consentrequest_asked_by_id_01da3837 ON public.taxonomy_consentrequest USING btree (asked_by_id);
CREATE INDEX taxonomy_consentrequest_dedupe_key_7862fd68_like ON public.taxonomy_consentrequest USING btree (dedupe_key varchar_pattern_ops);
CREATE INDEX taxonomy_consentrequest_person_id_6b22bd99 ON public.taxonomy_consentrequest USING btree (person_id);
CREATE INDEX taxonomy_labtag_name_a185e03f_like ON public.taxonomy_labtag USING btree (name varchar_pattern_ops);
CREATE INDEX taxonomy_labtag_slug_9424044e_like ON public.taxonomy_labtag USING btree (slug varchar_pattern_ops);
CREATE INDEX taxonomy_organisation_logo_id_8080fa76 ON public.taxonomy_organisation USING btree (logo_id);
CREATE INDEX taxonomy_organisation_name_b5cc5c58_like ON public.taxonomy_organisation USING btree (name varchar_pattern_ops);
CREATE INDEX taxonomy_organisation_slug_7591ba7e_like ON public.taxonomy_organisation USING btree (slug varchar_pattern_ops);
CREATE INDEX taxonomy_person_categories_category_id_54387390 ON public.taxonomy_person_categories USING btree (category_id);
CREATE INDEX taxonomy_person_categories_person_id_a846ad4c ON public.taxonomy_person_categories USING btree (person_id);
CREATE INDEX taxonomy_person_consent_noted_by_id_e1f29e41 ON public.taxonomy_person USING btree (consent_noted_by_id);
CREATE INDEX taxonomy_person_organisation_id_c93a63b7 ON public.taxonomy_person USING btree (organisation_id);
CREATE INDEX taxonomy_person_portrait_id_ee8dbf5a ON public.taxonomy_person USING btree (portrait_id);
CREATE INDEX taxonomy_person_themes_person_id_1194f092 ON public.taxonomy_person_themes USING btree (person_id);
CREATE INDEX taxonomy_person_themes_theme_id_905e8429 ON public.taxonomy_person_themes USING btree (theme_id);
CREATE INDEX taxonomy_theme_slug_81d8ecaa_like ON public.taxonomy_theme USING btree (slug varchar_pattern_ops);
CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_in_progress_workflow ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id) WHERE ((status)::text = ANY ((ARRAY['in_progress'::character varying, 'needs_changes'::character varying])::text[]));
CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";
CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;
CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);
CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);
CREATE INDEX wagtailadmi_content_717955_idx ON public.wagtailadmin_editingsession USING btree (content_type_id, object_id);
CREATE INDEX wagtailadmin_editingsession_content_type_id_4df7730e ON public.wagtailadmin_editingsession USING btree (content_type_id);
CREATE INDEX wagtailadmin_editingsession_user_id_6e1a9b70 ON public.wagtailadmin_editingsession USING btree (user_id);
CREATE INDEX wagtailadmin_formstate_content_type_id_e32438b3 ON public.wagtailadmin_formstate USING btree (content_type_id);
CREATE INDEX wagtailadmin_formstate_user_id_b910adc2 ON public.wagtailadmin_formstate USING btree (user_id);
CREATE INDEX wagtailcore_apitoken_key_hash_65979b78_like ON public.wagtailcore_apitoken USING btree (key_hash varchar_pattern_ops);
CREATE INDEX wagtailcore_apitoken_user_id_49b1141b ON public.wagtailcore_apitoken USING btree (user_id);
CREATE INDEX wagtailcore_collection_path_d848dc19_like ON public.wagtailcore_collection USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_collectionview_collectionviewrestriction__47320efd ON public.wagtailcore_collectionviewrestriction_groups USING btree (collectionviewrestriction_id);
CREATE INDEX wagtailcore_collectionviewrestriction_collection_id_761908ec ON public.wagtailcore_collectionviewrestriction USING btree (collection_id);
CREATE INDEX wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3 ON public.wagtailcore_collectionviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_comment_page_id_108444b5 ON public.wagtailcore_comment USING btree (page_id);
CREATE INDEX wagtailcore_comment_resolved_by_id_a282aa0e ON public.wagtailcore_comment USING btree (resolved_by_id);
CREATE INDEX wagtailcore_comment_revision_created_id_1d058279 ON public.wagtailcore_comment USING btree (revision_created_id);
CREATE INDEX wagtailcore_comment_user_id_0c577ca6 ON public.wagtailcore_comment USING btree (user_id);
CREATE INDEX wagtailcore_commentreply_comment_id_afc7e027 ON public.wagtailcore_commentreply USING btree (comment_id);
CREATE INDEX wagtailcore_commentreply_user_id_d0b3b9c3 ON public.wagtailcore_commentreply USING btree (user_id);
CREATE INDEX wagtailcore_groupapprovalt_groupapprovaltask_id_9a9255ea ON public.wagtailcore_groupapprovaltask_groups USING btree (groupapprovaltask_id);
CREATE INDEX wagtailcore_groupapprovaltask_groups_group_id_2e64b61f ON public.wagtailcore_groupapprovaltask_groups USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_collection_id_5423575a ON public.wagtailcore_groupcollectionpermission USING btree (collection_id);
CREATE INDEX wagtailcore_groupcollectionpermission_group_id_05d61460 ON public.wagtailcore_groupcollectionpermission USING btree (group_id);
CREATE INDEX wagtailcore_groupcollectionpermission_permission_id_1b626275 ON public.wagtailcore_groupcollectionpermission USING btree (permission_id);
CREATE INDEX wagtailcore_grouppagepermission_group_id_fc07e671 ON public.wagtailcore_grouppagepermission USING btree (group_id);
CREATE INDEX wagtailcore_grouppagepermission_page_id_710b114a ON public.wagtailcore_grouppagepermission USING btree (page_id);
CREATE INDEX wagtailcore_grouppagepermission_permission_id_05acb22e ON public.wagtailcore_grouppagepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_group_id_e5cdbee4 ON public.wagtailcore_groupsitepermission USING btree (group_id);
CREATE INDEX wagtailcore_groupsitepermission_permission_id_459b1f38 ON public.wagtailcore_groupsitepermission USING btree (permission_id);
CREATE INDEX wagtailcore_groupsitepermission_site_id_245de488 ON public.wagtailcore_groupsitepermission USING btree (site_id);
CREATE INDEX wagtailcore_locale_language_code_03149338_like ON public.wagtailcore_locale USING btree (language_code varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee ON public.wagtailcore_modellogentry USING btree (action);
CREATE INDEX wagtailcore_modellogentry_action_d2d856ee_like ON public.wagtailcore_modellogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_content_changed_8bc39742 ON public.wagtailcore_modellogentry USING btree (content_changed);
CREATE INDEX wagtailcore_modellogentry_content_type_id_68849e77 ON public.wagtailcore_modellogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef ON public.wagtailcore_modellogentry USING btree (object_id);
CREATE INDEX wagtailcore_modellogentry_object_id_e0e7d4ef_like ON public.wagtailcore_modellogentry USING btree (object_id varchar_pattern_ops);
CREATE INDEX wagtailcore_modellogentry_revision_id_df6ca33a ON public.wagtailcore_modellogentry USING btree (revision_id);
CREATE INDEX wagtailcore_modellogentry_timestamp_9694521b ON public.wagtailcore_modellogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_modellogentry_user_id_0278d1bf ON public.wagtailcore_modellogentry USING btree (user_id);
CREATE INDEX wagtailcore_page_alias_of_id_12945502 ON public.wagtailcore_page USING btree (alias_of_id);
CREATE INDEX wagtailcore_page_content_type_id_c28424df ON public.wagtailcore_page USING btree (content_type_id);
CREATE INDEX wagtailcore_page_first_published_at_2b5dd637 ON public.wagtailcore_page USING btree (first_published_at);
CREATE INDEX wagtailcore_page_latest_revision_id_e60fef51 ON public.wagtailcore_page USING btree (latest_revision_id);
CREATE INDEX wagtailcore_page_live_revision_id_930bd822 ON public.wagtailcore_page USING btree (live_revision_id);
CREATE INDEX wagtailcore_page_locale_id_3c7e30a6 ON public.wagtailcore_page USING btree (locale_id);
CREATE INDEX wagtailcore_page_locked_by_id_bcb86245 ON public.wagtailcore_page USING btree (locked_by_id);
CREATE INDEX wagtailcore_page_owner_id_fbf7c332 ON public.wagtailcore_page USING btree (owner_id);
CREATE INDEX wagtailcore_page_path_98eba2c8_like ON public.wagtailcore_page USING btree (path varchar_pattern_ops);
CREATE INDEX wagtailcore_page_slug_e7c11b8f ON public.wagtailcore_page USING btree (slug);
CREATE INDEX wagtailcore_page_slug_e7c11b8f_like ON public.wagtailcore_page USING btree (slug varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198 ON public.wagtailcore_pagelogentry USING btree (action);
CREATE INDEX wagtailcore_pagelogentry_action_c2408198_like ON public.wagtailcore_pagelogentry USING btree (action varchar_pattern_ops);
CREATE INDEX wagtailcore_pagelogentry_content_changed_99f27ade ON public.wagtailcore_pagelogentry USING btree (content_changed);
CREATE INDEX wagtailcore_pagelogentry_content_type_id_74e7708a ON public.wagtailcore_pagelogentry USING btree (content_type_id);
CREATE INDEX wagtailcore_pagelogentry_page_id_8464e327 ON public.wagtailcore_pagelogentry USING btree (page_id);
CREATE INDEX wagtailcore_pagelogentry_revision_id_8043d103 ON public.wagtailcore_pagelogentry USING btree (revision_id);
CREATE INDEX wagtailcore_pagelogentry_timestamp_deb774c4 ON public.wagtailcore_pagelogentry USING btree ("timestamp");
CREATE INDEX wagtailcore_pagelogentry_user_id_604ccfd8 ON public.wagtailcore_pagelogentry USING btree (user_id);
CREATE INDEX wagtailcore_pagerevision_approved_go_live_at_e56afc67 ON public.wagtailcore_revision USING btree (approved_go_live_at);
CREATE INDEX wagtailcore_pagerevision_created_at_66954e3b ON public.wagtailcore_revision USING btree (created_at);
CREATE INDEX wagtailcore_pagerevision_user_id_2409d2f4 ON public.wagtailcore_revision USING btree (user_id);
CREATE INDEX wagtailcore_pagesubscription_page_id_a085e7a6 ON public.wagtailcore_pagesubscription USING btree (page_id);
CREATE INDEX wagtailcore_pagesubscription_user_id_89d7def9 ON public.wagtailcore_pagesubscription USING btree (user_id);
CREATE INDEX wagtailcore_pageviewrestri_pageviewrestriction_id_f147a99a ON public.wagtailcore_pageviewrestriction_groups USING btree (pageviewrestriction_id);
CREATE INDEX wagtailcore_pageviewrestriction_groups_group_id_6460f223 ON public.wagtailcore_pageviewrestriction_groups USING btree (group_id);
CREATE INDEX wagtailcore_pageviewrestriction_page_id_15a8bea6 ON public.wagtailcore_pageviewrestriction USING btree (page_id);
CREATE INDEX wagtailcore_referenceindex_base_content_type_id_313cf40f ON public.wagtailcore_referenceindex USING btree (base_content_type_id);
CREATE INDEX wagtailcore_referenceindex_content_type_id_766e0336 ON public.wagtailcore_referenceindex USING btree (content_type_id);
CREATE INDEX wagtailcore_referenceindex_to_content_type_id_93690bbd ON public.wagtailcore_referenceindex USING btree (to_content_type_id);
CREATE INDEX wagtailcore_revision_base_content_type_id_5b4ef7bd ON public.wagtailcore_revision USING btree (base_content_type_id);
CREATE INDEX wagtailcore_revision_content_type_id_c8cb69c0 ON public.wagtailcore_revision USING btree (content_type_id);
CREATE INDEX wagtailcore_site_hostname_96b20b46 ON public.wagtailcore_site USING btree (hostname);
CREATE INDEX wagtailcore_site_hostname_96b20b46_like ON public.wagtailcore_site USING btree (hostname varchar_pattern_ops);
CREATE INDEX wagtailcore_site_root_page_id_e02fb95c ON public.wagtailcore_site USING btree (root_page_id);
CREATE INDEX wagtailcore_task_content_type_id_249ab8ba ON public.wagtailcore_task USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_content_type_id_0a758fdc ON public.wagtailcore_taskstate USING btree (content_type_id);
CREATE INDEX wagtailcore_taskstate_finished_by_id_13f98229 ON public.wagtailcore_taskstate USING btree (finished_by_id);
CREATE INDEX wagtailcore_taskstate_page_revision_id_9f52c88e ON public.wagtailcore_taskstate USING btree (revision_id);
CREATE INDEX wagtailcore_taskstate_task_id_c3677c34 ON public.wagtailcore_taskstate USING btree (task_id);
CREATE INDEX wagtailcore_taskstate_workflow_state_id_9239a775 ON public.wagtailcore_taskstate USING btree (workflow_state_id);
CREATE INDEX wagtailcore_uploadedfile_for_content_type_id_b0fc87b2 ON public.wagtailcore_uploadedfile USING btree (for_content_type_id);
CREATE INDEX wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8 ON public.wagtailcore_uploadedfile USING btree (uploaded_by_user_id);
CREATE INDEX wagtailcore_uuid_06a44d_idx ON public.wagtailcore_pagelogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_uuid_d6363b_idx ON public.wagtailcore_modellogentry USING btree (uuid, action, "timestamp" DESC);
CREATE INDEX wagtailcore_workflowcontenttype_workflow_id_9aad7cd2 ON public.wagtailcore_workflowcontenttype USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowpage_workflow_id_56f56ff6 ON public.wagtailcore_workflowpage USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowstate_base_content_type_id_a30dc576 ON public.wagtailcore_workflowstate USING btree (base_content_type_id);
CREATE INDEX wagtailcore_workflowstate_content_type_id_2bb78ce1 ON public.wagtailcore_workflowstate USING btree (content_type_id);
CREATE INDEX wagtailcore_workflowstate_requested_by_id_4090bca3 ON public.wagtailcore_workflowstate USING btree (requested_by_id);
CREATE INDEX wagtailcore_workflowstate_workflow_id_1f18378f ON public.wagtailcore_workflowstate USING btree (workflow_id);
CREATE INDEX wagtailcore_workflowtask_task_id_ce7716fe ON public.wagtailcore_workflowtask USING btree (task_id);
CREATE INDEX wagtailcore_workflowtask_workflow_id_b9717175 ON public.wagtailcore_workflowtask USING btree (workflow_id);
CREATE INDEX wagtaildocs_document_collection_id_23881625 ON public.wagtaildocs_document USING btree (collection_id);
CREATE INDEX wagtaildocs_document_uploaded_by_user_id_17258b41 ON public.wagtaildocs_document USING btree (uploaded_by_user_id);
CREATE INDEX wagtailembeds_embed_cache_until_26c94bb0 ON public.wagtailembeds_embed USING btree (cache_until);
CREATE INDEX wagtailembeds_embed_hash_c9bd8c9a_like ON public.wagtailembeds_embed USING btree (hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_collection_id_c2f8af7e ON public.wagtailimages_image USING btree (collection_id);
CREATE INDEX wagtailimages_image_created_at_86fa6cd4 ON public.wagtailimages_image USING btree (created_at);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23 ON public.wagtailimages_image USING btree (file_hash);
CREATE INDEX wagtailimages_image_file_hash_fb5bbb23_like ON public.wagtailimages_image USING btree (file_hash varchar_pattern_ops);
CREATE INDEX wagtailimages_image_uploaded_by_user_id_5d73dc75 ON public.wagtailimages_image USING btree (uploaded_by_user_id);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201 ON public.wagtailimages_rendition USING btree (filter_spec);
CREATE INDEX wagtailimages_rendition_filter_spec_1cba3201_like ON public.wagtailimages_rendition USING btree (filter_spec varchar_pattern_ops);
CREATE INDEX wagtailimages_rendition_image_id_3e1fd774 ON public.wagtailimages_rendition USING btree (image_id);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b ON public.wagtailredirects_redirect USING btree (old_path);
CREATE INDEX wagtailredirects_redirect_old_path_bb35247b_like ON public.wagtailredirects_redirect USING btree (old_path varchar_pattern_ops);
CREATE INDEX wagtailredirects_redirect_redirect_page_id_b5728a8f ON public.wagtailredirects_redirect USING btree (redirect_page_id);
CREATE INDEX wagtailredirects_redirect_site_id_780a0e1e ON public.wagtailredirects_redirect USING btree (site_id);
CREATE INDEX wagtailsear_autocom_476c89_gin ON public.wagtailsearch_indexentry USING gin (autocomplete);
CREATE INDEX wagtailsear_body_90c85d_gin ON public.wagtailsearch_indexentry USING gin (body);
CREATE INDEX wagtailsear_title_9caae0_gin ON public.wagtailsearch_indexentry USING gin (title);
CREATE INDEX wagtailsearch_indexentry_content_type_id_62ed694f ON public.wagtailsearch_indexentry USING btree (content_type_id);
CREATE INDEX workflowstate_base_ct_id_idx ON public.wagtailcore_workflowstate USING btree (base_content_type_id, object_id);
CREATE INDEX workflowstate_ct_id_idx ON public.wagtailcore_workflowstate USING btree (content_type_id, object_id);
CREATE TRIGGER events_on_name_withdrawn AFTER UPDATE ON public.events_meetingcontributor FOR EACH ROW WHEN ((((old.person_id IS NOT NULL) AND (old.person_id IS DISTINCT FROM new.person_id)) OR (old.may_be_named AND (NOT new.may_be_named)))) EXECUTE FUNCTION public.events_on_name_withdrawn();
CREATE TRIGGER events_on_person_change AFTER UPDATE ON public.taxonomy_person FOR EACH ROW EXECUTE FUNCTION public.events_on_person_change();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
CREATE TRIGGER search_give_version BEFORE INSERT OR UPDATE ON public.search_searchentry FOR EACH ROW EXECUTE FUNCTION public.search_give_version();
CREATE TRIGGER search_keep_change AFTER INSERT OR DELETE OR UPDATE ON public.search_searchentry FOR EACH ROW EXECUTE FUNCTION public.search_keep_change();
CREATE TRIGGER search_on_content_change_page_case_study_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudyadoption FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'case_study_id');
CREATE TRIGGER search_on_content_change_page_case_study_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudyambition FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'case_study_id');
CREATE TRIGGER search_on_content_change_page_case_study_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudydocument FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'case_study_id');
CREATE TRIGGER search_on_content_change_page_case_study_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudyrelatedpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'case_study_id');
CREATE TRIGGER search_on_content_change_page_case_study_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_followup FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'case_study_id');
CREATE TRIGGER search_on_content_change_page_case_study_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_result FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'case_study_id');
CREATE TRIGGER search_on_content_change_page_casestudypage_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudypage_themes FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'casestudypage_id');
CREATE TRIGGER search_on_content_change_page_content_object_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudytag FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'content_object_id');
CREATE TRIGGER search_on_content_change_page_content_object_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_exampletag FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'content_object_id');
CREATE TRIGGER search_on_content_change_page_content_object_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingtag FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'content_object_id');
CREATE TRIGGER search_on_content_change_page_content_object_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_newstag FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'content_object_id');
CREATE TRIGGER search_on_content_change_page_example_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_examplerelatedpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'example_id');
CREATE TRIGGER search_on_content_change_page_examplepage_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_examplepage_themes FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'examplepage_id');
CREATE TRIGGER search_on_content_change_page_homepage_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_homepage_featured_categories FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'homepage_id');
CREATE TRIGGER search_on_content_change_page_meeting_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingdocument FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'meeting_id');
CREATE TRIGGER search_on_content_change_page_meeting_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingpresentation FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'meeting_id');
CREATE TRIGGER search_on_content_change_page_meeting_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingrelatedpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'meeting_id');
CREATE TRIGGER search_on_content_change_page_meetingpage_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingpage_themes FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'meetingpage_id');
CREATE TRIGGER search_on_content_change_page_newspage_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_newspage_themes FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'newspage_id');
CREATE TRIGGER search_on_content_change_page_page_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudycriterion FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_id');
CREATE TRIGGER search_on_content_change_page_page_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_examplecriterion FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_id');
CREATE TRIGGER search_on_content_change_page_page_id AFTER INSERT OR DELETE OR UPDATE ON public.events_agreedaction FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_id');
CREATE TRIGGER search_on_content_change_page_page_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingcontributor FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_id');
CREATE TRIGGER search_on_content_change_page_page_id AFTER INSERT OR DELETE OR UPDATE ON public.events_programmeitem FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_id');
CREATE TRIGGER search_on_content_change_page_page_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_contactsubject FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudyindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_casestudypage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_criterionindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_exampleindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.casestudies_examplepage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.events_meetingpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_colleagueindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_contactpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_homepage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_newsindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_newspage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_organisationindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_standardpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_toolindexpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_page_ptr_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_toolpage FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'page_ptr_id');
CREATE TRIGGER search_on_content_change_page_toolpage_id AFTER INSERT OR DELETE OR UPDATE ON public.pages_toolpage_themes FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('page', 'toolpage_id');
CREATE TRIGGER search_on_content_change_person_person_id AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_person_categories FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('person', 'person_id');
CREATE TRIGGER search_on_content_change_person_person_id AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_person_themes FOR EACH ROW EXECUTE FUNCTION public.search_on_content_change('person', 'person_id');
CREATE TRIGGER search_on_entry_delete AFTER DELETE ON public.search_searchentry FOR EACH ROW EXECUTE FUNCTION public.search_on_entry_delete();
CREATE TRIGGER search_on_harvested_change AFTER INSERT OR DELETE OR UPDATE ON public.harvest_harvestedstory FOR EACH ROW EXECUTE FUNCTION public.search_on_harvested_change();
CREATE TRIGGER search_on_indexed_change AFTER INSERT OR DELETE ON public.search_indexedentry FOR EACH ROW EXECUTE FUNCTION public.search_on_indexed_change();
CREATE TRIGGER search_on_page_change AFTER INSERT OR DELETE OR UPDATE ON public.wagtailcore_page FOR EACH ROW EXECUTE FUNCTION public.search_on_page_change();
CREATE TRIGGER search_on_person_change AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_person FOR EACH ROW EXECUTE FUNCTION public.search_on_person_change();
CREATE TRIGGER search_on_restriction_change AFTER INSERT OR DELETE OR UPDATE ON public.wagtailcore_pageviewrestriction FOR EACH ROW EXECUTE FUNCTION public.search_on_restriction_change();
CREATE TRIGGER search_on_term_change_2_theme AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_theme FOR EACH ROW EXECUTE FUNCTION public.search_on_term_change('2', 'theme');
CREATE TRIGGER search_on_term_change_3_category AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_category FOR EACH ROW EXECUTE FUNCTION public.search_on_term_change('3', 'category');
CREATE TRIGGER search_on_term_change_40_tag AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_labtag FOR EACH ROW EXECUTE FUNCTION public.search_on_term_change('40', 'tag');
CREATE TRIGGER search_on_term_change_6_organisation AFTER INSERT OR DELETE OR UPDATE ON public.taxonomy_organisation FOR EACH ROW EXECUTE FUNCTION public.search_on_term_change('6', 'organisation');
ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_group_id_bd11a704_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_groups
    ADD CONSTRAINT accounts_user_groups_user_id_52b62117_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_permission_id_113bb443_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.accounts_user_user_permissions
    ADD CONSTRAINT accounts_user_user_p_user_id_e4f0a161_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyambition
    ADD CONSTRAINT casestudies_casestud_axis_id_050afc75_fk_taxonomy_ FOREIGN KEY (axis_id) REFERENCES public.taxonomy_ambitionaxis(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyadoption
    ADD CONSTRAINT casestudies_casestud_case_study_id_27967e0d_fk_casestudi FOREIGN KEY (case_study_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyrelatedpage
    ADD CONSTRAINT casestudies_casestud_case_study_id_55c6bd0b_fk_casestudi FOREIGN KEY (case_study_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudydocument
    ADD CONSTRAINT casestudies_casestud_case_study_id_b40a8965_fk_casestudi FOREIGN KEY (case_study_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyambition
    ADD CONSTRAINT casestudies_casestud_case_study_id_ee122865_fk_casestudi FOREIGN KEY (case_study_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage_themes
    ADD CONSTRAINT casestudies_casestud_casestudypage_id_4ac91d8e_fk_casestudi FOREIGN KEY (casestudypage_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage
    ADD CONSTRAINT casestudies_casestud_category_id_06cba019_fk_taxonomy_ FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage
    ADD CONSTRAINT casestudies_casestud_contact_id_ef42526a_fk_taxonomy_ FOREIGN KEY (contact_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudytag
    ADD CONSTRAINT casestudies_casestud_content_object_id_1faba2d3_fk_casestudi FOREIGN KEY (content_object_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudydocument
    ADD CONSTRAINT casestudies_casestud_document_id_6741e210_fk_core_labd FOREIGN KEY (document_id) REFERENCES public.core_labdocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage
    ADD CONSTRAINT casestudies_casestud_organisation_id_4a80fb4f_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyadoption
    ADD CONSTRAINT casestudies_casestud_organisation_id_ade649d2_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyadoption
    ADD CONSTRAINT casestudies_casestud_page_id_1ffc735b_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyrelatedpage
    ADD CONSTRAINT casestudies_casestud_page_id_2b5725f8_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudycriterion
    ADD CONSTRAINT casestudies_casestud_page_id_44303605_fk_casestudi FOREIGN KEY (page_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyindexpage
    ADD CONSTRAINT casestudies_casestud_page_ptr_id_cf213733_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage
    ADD CONSTRAINT casestudies_casestud_page_ptr_id_e0b911c8_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudyindexpage
    ADD CONSTRAINT casestudies_casestud_picture_id_431adf98_fk_core_labi FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage
    ADD CONSTRAINT casestudies_casestud_picture_id_7632d674_fk_core_labi FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudycriterion
    ADD CONSTRAINT casestudies_casestud_theme_id_8e4a22b3_fk_taxonomy_ FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudypage_themes
    ADD CONSTRAINT casestudies_casestud_theme_id_d2f6abef_fk_taxonomy_ FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_casestudytag
    ADD CONSTRAINT casestudies_casestudytag_tag_id_54274e6f_fk_taxonomy_labtag_id FOREIGN KEY (tag_id) REFERENCES public.taxonomy_labtag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_criterionindexpage
    ADD CONSTRAINT casestudies_criterio_page_ptr_id_68f72ef8_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_criterionindexpage
    ADD CONSTRAINT casestudies_criterio_picture_id_3030a507_fk_core_labi FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplecriterion
    ADD CONSTRAINT casestudies_examplec_page_id_d5183c22_fk_casestudi FOREIGN KEY (page_id) REFERENCES public.casestudies_examplepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_exampleindexpage
    ADD CONSTRAINT casestudies_examplei_page_ptr_id_092f5868_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_exampleindexpage
    ADD CONSTRAINT casestudies_examplei_picture_id_04f7cd73_fk_core_labi FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage
    ADD CONSTRAINT casestudies_examplep_category_id_9d2367f2_fk_taxonomy_ FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage
    ADD CONSTRAINT casestudies_examplep_contact_id_ed7762b7_fk_taxonomy_ FOREIGN KEY (contact_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage_themes
    ADD CONSTRAINT casestudies_examplep_examplepage_id_b54966ac_fk_casestudi FOREIGN KEY (examplepage_id) REFERENCES public.casestudies_examplepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage
    ADD CONSTRAINT casestudies_examplep_organisation_id_03244081_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage
    ADD CONSTRAINT casestudies_examplep_page_ptr_id_3328e3a0_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage_themes
    ADD CONSTRAINT casestudies_examplep_theme_id_e197bf47_fk_taxonomy_ FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplepage
    ADD CONSTRAINT casestudies_examplepage_picture_id_8f30933b_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplerelatedpage
    ADD CONSTRAINT casestudies_exampler_example_id_a4c6345c_fk_casestudi FOREIGN KEY (example_id) REFERENCES public.casestudies_examplepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_examplerelatedpage
    ADD CONSTRAINT casestudies_exampler_page_id_5b237166_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_exampletag
    ADD CONSTRAINT casestudies_examplet_content_object_id_74a99353_fk_casestudi FOREIGN KEY (content_object_id) REFERENCES public.casestudies_examplepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_exampletag
    ADD CONSTRAINT casestudies_exampletag_tag_id_d61b6479_fk_taxonomy_labtag_id FOREIGN KEY (tag_id) REFERENCES public.taxonomy_labtag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_followup
    ADD CONSTRAINT casestudies_followup_case_study_id_ea0f027b_fk_casestudi FOREIGN KEY (case_study_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_followup
    ADD CONSTRAINT casestudies_followup_locale_id_6b49d247_fk_wagtailco FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_followupanswer
    ADD CONSTRAINT casestudies_followup_mail_id_bc5eb4a4_fk_casestudi FOREIGN KEY (mail_id) REFERENCES public.casestudies_followupmail(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_followup
    ADD CONSTRAINT casestudies_followup_person_id_8a603f8d_fk_taxonomy_person_id FOREIGN KEY (person_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_result
    ADD CONSTRAINT casestudies_result_case_study_id_69d17027_fk_casestudi FOREIGN KEY (case_study_id) REFERENCES public.casestudies_casestudypage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_result
    ADD CONSTRAINT casestudies_result_locale_id_742fad91_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.casestudies_result
    ADD CONSTRAINT casestudies_result_theme_id_2c2b422c_fk_taxonomy_theme_id FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_failedplan
    ADD CONSTRAINT core_failedplan_content_type_id_0c876368_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_failedplan
    ADD CONSTRAINT core_failedplan_revision_id_850d6e41_fk_wagtailcore_revision_id FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_labdocument
    ADD CONSTRAINT core_labdocument_collection_id_8561d17d_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_labdocument
    ADD CONSTRAINT core_labdocument_uploaded_by_user_id_4f9a6139_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_labimage
    ADD CONSTRAINT core_labimage_collection_id_44814df8_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_labimage
    ADD CONSTRAINT core_labimage_uploaded_by_user_id_f6c79a34_fk_accounts_user_id FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_labrendition
    ADD CONSTRAINT core_labrendition_image_id_a0b9c2b3_fk_core_labimage_id FOREIGN KEY (image_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_pagesuccession
    ADD CONSTRAINT core_pagesuccession_page_id_5df9b61a_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.core_pagesuccession
    ADD CONSTRAINT core_pagesuccession_successor_id_03e3862b_fk_wagtailco FOREIGN KEY (successor_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.demo_demoitem
    ADD CONSTRAINT demo_demoitem_content_type_id_b48edef9_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_actionprogress
    ADD CONSTRAINT events_actionprogress_pool_id_1d9793ee_fk_events_seatpool_key FOREIGN KEY (pool_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_agreedaction
    ADD CONSTRAINT events_agreedaction_owner_id_c3c80a94_fk_taxonomy_person_id FOREIGN KEY (owner_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_agreedaction
    ADD CONSTRAINT events_agreedaction_page_id_7017767f_fk_events_me FOREIGN KEY (page_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_deskaccess
    ADD CONSTRAINT events_deskaccess_user_id_b6e67710_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_intention
    ADD CONSTRAINT events_intention_pool_id_02392335_fk_events_seatpool_key FOREIGN KEY (pool_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_intention
    ADD CONSTRAINT events_intention_sign_up_id_4a7780e6_fk_events_signup_id FOREIGN KEY (sign_up_id) REFERENCES public.events_signup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_interest
    ADD CONSTRAINT events_interest_category_id_19222aec_fk_taxonomy_category_id FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_interest
    ADD CONSTRAINT events_interest_opening_of_id_8f202684_fk_events_seatpool_key FOREIGN KEY (opening_of_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_interest
    ADD CONSTRAINT events_interest_report_of_id_9ecce2ee_fk_events_seatpool_key FOREIGN KEY (report_of_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_interest
    ADD CONSTRAINT events_interest_theme_id_e02a6b1b_fk_taxonomy_theme_id FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_about_id_93684631_fk_events_seatpool_key FOREIGN KEY (about_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_interest_id_2b5a80ab_fk_events_interest_id FOREIGN KEY (interest_id) REFERENCES public.events_interest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_message_id_b9373b0c_fk_events_or FOREIGN KEY (message_id) REFERENCES public.events_organisermessage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_mailintent_sign_up_id_32aa92d0_fk_events_signup_id FOREIGN KEY (sign_up_id) REFERENCES public.events_signup(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingcontributor
    ADD CONSTRAINT events_meetingcontri_organisation_id_aeb3fd80_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingcontributor
    ADD CONSTRAINT events_meetingcontri_page_id_b480c9ae_fk_events_me FOREIGN KEY (page_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingcontributor
    ADD CONSTRAINT events_meetingcontri_person_id_50ff6b15_fk_taxonomy_ FOREIGN KEY (person_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocume_document_id_d8cc0a54_fk_core_labd FOREIGN KEY (document_id) REFERENCES public.core_labdocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingdocument
    ADD CONSTRAINT events_meetingdocume_meeting_id_0fdfe810_fk_events_me FOREIGN KEY (meeting_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingindexpage
    ADD CONSTRAINT events_meetingindexp_page_ptr_id_5106757d_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingindexpage
    ADD CONSTRAINT events_meetingindexpage_picture_id_37490625_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpage
    ADD CONSTRAINT events_meetingpage_category_id_8c7b7b5a_fk_taxonomy_category_id FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpage
    ADD CONSTRAINT events_meetingpage_page_ptr_id_05fb96c9_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpage
    ADD CONSTRAINT events_meetingpage_picture_id_ccbed590_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpage
    ADD CONSTRAINT events_meetingpage_series_id_0a3f39ad_fk_events_me FOREIGN KEY (series_id) REFERENCES public.events_meetingseries(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpage_themes
    ADD CONSTRAINT events_meetingpage_t_meetingpage_id_a34536fd_fk_events_me FOREIGN KEY (meetingpage_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpage_themes
    ADD CONSTRAINT events_meetingpage_t_theme_id_6db6cb8c_fk_taxonomy_ FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpresentation
    ADD CONSTRAINT events_meetingpresen_document_id_4fbfe5fe_fk_core_labd FOREIGN KEY (document_id) REFERENCES public.core_labdocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingpresentation
    ADD CONSTRAINT events_meetingpresen_meeting_id_05d403f6_fk_events_me FOREIGN KEY (meeting_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingrelatedpage
    ADD CONSTRAINT events_meetingrelate_meeting_id_8a7d3f67_fk_events_me FOREIGN KEY (meeting_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingrelatedpage
    ADD CONSTRAINT events_meetingrelate_page_id_bac575dd_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingtag
    ADD CONSTRAINT events_meetingtag_content_object_id_983a623d_fk_events_me FOREIGN KEY (content_object_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_meetingtag
    ADD CONSTRAINT events_meetingtag_tag_id_16628717_fk_taxonomy_labtag_id FOREIGN KEY (tag_id) REFERENCES public.taxonomy_labtag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_organisermessage
    ADD CONSTRAINT events_organisermessage_author_id_30b04cc2_fk_accounts_user_id FOREIGN KEY (author_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_organisermessage
    ADD CONSTRAINT events_organisermessage_pool_id_c55beeea_fk_events_seatpool_key FOREIGN KEY (pool_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_outgoingmail_action_id_55847a11_fk_events_ac FOREIGN KEY (action_id) REFERENCES public.events_actionprogress(uuid) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_outgoingmail
    ADD CONSTRAINT events_outgoingmail_intention_id_e9319c6a_fk_events_in FOREIGN KEY (intention_id) REFERENCES public.events_intention(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_programmeitem
    ADD CONSTRAINT events_programmeitem_page_id_84ddd4db_fk_events_me FOREIGN KEY (page_id) REFERENCES public.events_meetingpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.events_signup
    ADD CONSTRAINT events_signup_pool_id_276a6e35_fk_events_seatpool_key FOREIGN KEY (pool_id) REFERENCES public.events_seatpool(key) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.harvest_harvestedstory
    ADD CONSTRAINT harvest_harvestedstory_lab_id_2de1a277_fk_harvest_otherlab_id FOREIGN KEY (lab_id) REFERENCES public.harvest_otherlab(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_colleagueindexpage
    ADD CONSTRAINT pages_colleagueindex_page_ptr_id_f18ca570_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_colleagueindexpage
    ADD CONSTRAINT pages_colleagueindex_picture_id_2b3e7130_fk_core_labi FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_contactpage
    ADD CONSTRAINT pages_contactpage_page_ptr_id_604d75e6_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_contactpage
    ADD CONSTRAINT pages_contactpage_picture_id_835d03c7_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_contactsubject
    ADD CONSTRAINT pages_contactsubject_category_id_134ecc3f_fk_taxonomy_ FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_contactsubject
    ADD CONSTRAINT pages_contactsubject_page_id_e1eba2c6_fk_pages_con FOREIGN KEY (page_id) REFERENCES public.pages_contactpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_contactsubject
    ADD CONSTRAINT pages_contactsubject_theme_id_b0cc48ca_fk_taxonomy_theme_id FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_homepage_featured_categories
    ADD CONSTRAINT pages_homepage_featu_category_id_f5e1744a_fk_taxonomy_ FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_homepage_featured_categories
    ADD CONSTRAINT pages_homepage_featu_homepage_id_5c707068_fk_pages_hom FOREIGN KEY (homepage_id) REFERENCES public.pages_homepage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_homepage
    ADD CONSTRAINT pages_homepage_page_ptr_id_5b805d74_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_homepage
    ADD CONSTRAINT pages_homepage_picture_id_a8483440_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newsindexpage
    ADD CONSTRAINT pages_newsindexpage_page_ptr_id_0f3866af_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newsindexpage
    ADD CONSTRAINT pages_newsindexpage_picture_id_ead98fc1_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newspage
    ADD CONSTRAINT pages_newspage_category_id_d4b8e62a_fk_taxonomy_category_id FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newspage
    ADD CONSTRAINT pages_newspage_organisation_id_a7f12690_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newspage
    ADD CONSTRAINT pages_newspage_page_ptr_id_7886dc4e_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newspage
    ADD CONSTRAINT pages_newspage_picture_id_20bd3e35_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newspage_themes
    ADD CONSTRAINT pages_newspage_theme_newspage_id_59652c11_fk_pages_new FOREIGN KEY (newspage_id) REFERENCES public.pages_newspage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newspage_themes
    ADD CONSTRAINT pages_newspage_themes_theme_id_be03bdf3_fk_taxonomy_theme_id FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newstag
    ADD CONSTRAINT pages_newstag_content_object_id_7fd831b4_fk_pages_new FOREIGN KEY (content_object_id) REFERENCES public.pages_newspage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_newstag
    ADD CONSTRAINT pages_newstag_tag_id_b96f32c4_fk_taxonomy_labtag_id FOREIGN KEY (tag_id) REFERENCES public.taxonomy_labtag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_organisationindexpage
    ADD CONSTRAINT pages_organisationin_page_ptr_id_7c598d6e_fk_wagtailco FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_organisationindexpage
    ADD CONSTRAINT pages_organisationin_picture_id_d9bf9690_fk_core_labi FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_standardpage
    ADD CONSTRAINT pages_standardpage_page_ptr_id_8d8149d9_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_standardpage
    ADD CONSTRAINT pages_standardpage_picture_id_3c098b10_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolindexpage
    ADD CONSTRAINT pages_toolindexpage_page_ptr_id_4a7c08ad_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolindexpage
    ADD CONSTRAINT pages_toolindexpage_picture_id_97cc6965_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage
    ADD CONSTRAINT pages_toolpage_category_id_45809501_fk_taxonomy_category_id FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage
    ADD CONSTRAINT pages_toolpage_document_id_14c5001a_fk_core_labdocument_id FOREIGN KEY (document_id) REFERENCES public.core_labdocument(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage
    ADD CONSTRAINT pages_toolpage_organisation_id_16da1087_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage
    ADD CONSTRAINT pages_toolpage_page_ptr_id_ddbffdc6_fk_wagtailcore_page_id FOREIGN KEY (page_ptr_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage
    ADD CONSTRAINT pages_toolpage_picture_id_d08ae478_fk_core_labimage_id FOREIGN KEY (picture_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage_themes
    ADD CONSTRAINT pages_toolpage_theme_toolpage_id_92b23b4d_fk_pages_too FOREIGN KEY (toolpage_id) REFERENCES public.pages_toolpage(page_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.pages_toolpage_themes
    ADD CONSTRAINT pages_toolpage_themes_theme_id_b63e42ea_fk_taxonomy_theme_id FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.search_promotedresult
    ADD CONSTRAINT search_promotedresult_page_id_80f4dc75_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_searchentry_image_id_e696a820_fk_core_labimage_id FOREIGN KEY (image_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.search_searchentry
    ADD CONSTRAINT search_searchentry_page_id_44a01556_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_social_user_id_8146e70c_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_content_type_id_9957a03c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taggit_taggeditem
    ADD CONSTRAINT taggit_taggeditem_tag_id_f4f5b767_fk_taggit_tag_id FOREIGN KEY (tag_id) REFERENCES public.taggit_tag(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_ambitionaxis
    ADD CONSTRAINT taxonomy_ambitionaxi_web_id_6bbcaaa8_fk_taxonomy_ FOREIGN KEY (web_id) REFERENCES public.taxonomy_ambitionweb(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_category
    ADD CONSTRAINT taxonomy_category_parent_id_e569c8a8_fk_taxonomy_category_id FOREIGN KEY (parent_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_consentrequest
    ADD CONSTRAINT taxonomy_consentrequ_asked_by_id_01da3837_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_consentrequest
    ADD CONSTRAINT taxonomy_consentrequ_person_id_6b22bd99_fk_taxonomy_ FOREIGN KEY (person_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_organisation
    ADD CONSTRAINT taxonomy_organisation_logo_id_8080fa76_fk_core_labimage_id FOREIGN KEY (logo_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person_categories
    ADD CONSTRAINT taxonomy_person_cate_category_id_54387390_fk_taxonomy_ FOREIGN KEY (category_id) REFERENCES public.taxonomy_category(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person_categories
    ADD CONSTRAINT taxonomy_person_cate_person_id_a846ad4c_fk_taxonomy_ FOREIGN KEY (person_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person
    ADD CONSTRAINT taxonomy_person_consent_noted_by_id_e1f29e41_fk_accounts_ FOREIGN KEY (consent_noted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person
    ADD CONSTRAINT taxonomy_person_organisation_id_c93a63b7_fk_taxonomy_ FOREIGN KEY (organisation_id) REFERENCES public.taxonomy_organisation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person
    ADD CONSTRAINT taxonomy_person_portrait_id_ee8dbf5a_fk_core_labimage_id FOREIGN KEY (portrait_id) REFERENCES public.core_labimage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person_themes
    ADD CONSTRAINT taxonomy_person_themes_person_id_1194f092_fk_taxonomy_person_id FOREIGN KEY (person_id) REFERENCES public.taxonomy_person(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.taxonomy_person_themes
    ADD CONSTRAINT taxonomy_person_themes_theme_id_905e8429_fk_taxonomy_theme_id FOREIGN KEY (theme_id) REFERENCES public.taxonomy_theme(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_content_type_id_4df7730e_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_editingsession
    ADD CONSTRAINT wagtailadmin_editing_user_id_6e1a9b70_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formsta_content_type_id_e32438b3_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailadmin_formstate
    ADD CONSTRAINT wagtailadmin_formstate_user_id_b910adc2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_apitoken
    ADD CONSTRAINT wagtailcore_apitoken_user_id_49b1141b_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction
    ADD CONSTRAINT wagtailcore_collecti_collection_id_761908ec_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_collectionviewrestri_47320efd_fk_wagtailco FOREIGN KEY (collectionviewrestriction_id) REFERENCES public.wagtailcore_collectionviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_collectionviewrestriction_groups
    ADD CONSTRAINT wagtailcore_collecti_group_id_1823f2a3_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_page_id_108444b5_fk_wagtailcore_page_id FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_resolved_by_id_a282aa0e_fk_accounts_user_id FOREIGN KEY (resolved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_revision_created_id_1d058279_fk_wagtailco FOREIGN KEY (revision_created_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_comment
    ADD CONSTRAINT wagtailcore_comment_user_id_0c577ca6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentr_comment_id_afc7e027_fk_wagtailco FOREIGN KEY (comment_id) REFERENCES public.wagtailcore_comment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_commentreply
    ADD CONSTRAINT wagtailcore_commentreply_user_id_d0b3b9c3_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_group_id_2e64b61f_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask_groups
    ADD CONSTRAINT wagtailcore_groupapp_groupapprovaltask_id_9a9255ea_fk_wagtailco FOREIGN KEY (groupapprovaltask_id) REFERENCES public.wagtailcore_groupapprovaltask(task_ptr_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupapprovaltask
    ADD CONSTRAINT wagtailcore_groupapp_task_ptr_id_cfe58781_fk_wagtailco FOREIGN KEY (task_ptr_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_collection_id_5423575a_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_group_id_05d61460_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupcollectionpermission
    ADD CONSTRAINT wagtailcore_groupcol_permission_id_1b626275_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_group_id_fc07e671_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_page_id_710b114a_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_grouppagepermission
    ADD CONSTRAINT wagtailcore_grouppag_permission_id_05acb22e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_group_id_e5cdbee4_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_permission_id_459b1f38_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_groupsitepermission
    ADD CONSTRAINT wagtailcore_groupsit_site_id_245de488_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_modellogentry
    ADD CONSTRAINT wagtailcore_modellog_content_type_id_68849e77_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_alias_of_id_12945502_fk_wagtailcore_page_id FOREIGN KEY (alias_of_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_content_type_id_c28424df_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_latest_revision_id_e60fef51_fk_wagtailco FOREIGN KEY (latest_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_live_revision_id_930bd822_fk_wagtailco FOREIGN KEY (live_revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locale_id_3c7e30a6_fk_wagtailcore_locale_id FOREIGN KEY (locale_id) REFERENCES public.wagtailcore_locale(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_locked_by_id_bcb86245_fk_accounts_user_id FOREIGN KEY (locked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_page
    ADD CONSTRAINT wagtailcore_page_owner_id_fbf7c332_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagelogentry
    ADD CONSTRAINT wagtailcore_pageloge_content_type_id_74e7708a_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_pagerevision_user_id_2409d2f4_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_page_id_a085e7a6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pagesubscription
    ADD CONSTRAINT wagtailcore_pagesubs_user_id_89d7def9_fk_accounts_ FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_group_id_6460f223_fk_auth_grou FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction
    ADD CONSTRAINT wagtailcore_pageview_page_id_15a8bea6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_pageviewrestriction_groups
    ADD CONSTRAINT wagtailcore_pageview_pageviewrestriction__f147a99a_fk_wagtailco FOREIGN KEY (pageviewrestriction_id) REFERENCES public.wagtailcore_pageviewrestriction(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_base_content_type_id_313cf40f_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_content_type_id_766e0336_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_referenceindex
    ADD CONSTRAINT wagtailcore_referenc_to_content_type_id_93690bbd_fk_django_co FOREIGN KEY (to_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_base_content_type_id_5b4ef7bd_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_revision
    ADD CONSTRAINT wagtailcore_revision_content_type_id_c8cb69c0_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_site
    ADD CONSTRAINT wagtailcore_site_root_page_id_e02fb95c_fk_wagtailcore_page_id FOREIGN KEY (root_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_task
    ADD CONSTRAINT wagtailcore_task_content_type_id_249ab8ba_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_content_type_id_0a758fdc_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_finished_by_id_13f98229_fk_accounts_ FOREIGN KEY (finished_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_revision_id_df25a499_fk_wagtailco FOREIGN KEY (revision_id) REFERENCES public.wagtailcore_revision(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstat_workflow_state_id_9239a775_fk_wagtailco FOREIGN KEY (workflow_state_id) REFERENCES public.wagtailcore_workflowstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_taskstate
    ADD CONSTRAINT wagtailcore_taskstate_task_id_c3677c34_fk_wagtailcore_task_id FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_for_content_type_id_b0fc87b2_fk_django_co FOREIGN KEY (for_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_uploadedfile
    ADD CONSTRAINT wagtailcore_uploaded_uploaded_by_user_id_c7580fe8_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_base_content_type_id_a30dc576_fk_django_co FOREIGN KEY (base_content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_2bb78ce1_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_content_type_id_b261bb37_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_current_task_state_i_3a1a0632_fk_wagtailco FOREIGN KEY (current_task_state_id) REFERENCES public.wagtailcore_taskstate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_page_id_81e7bab6_fk_wagtailco FOREIGN KEY (page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_requested_by_id_4090bca3_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_task_id_ce7716fe_fk_wagtailco FOREIGN KEY (task_id) REFERENCES public.wagtailcore_task(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowstate
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_1f18378f_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowpage
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_56f56ff6_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowcontenttype
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_9aad7cd2_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailcore_workflowtask
    ADD CONSTRAINT wagtailcore_workflow_workflow_id_b9717175_fk_wagtailco FOREIGN KEY (workflow_id) REFERENCES public.wagtailcore_workflow(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_collection_id_23881625_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtaildocs_document
    ADD CONSTRAINT wagtaildocs_document_uploaded_by_user_id_17258b41_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_collection_id_c2f8af7e_fk_wagtailco FOREIGN KEY (collection_id) REFERENCES public.wagtailcore_collection(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_image
    ADD CONSTRAINT wagtailimages_image_uploaded_by_user_id_5d73dc75_fk_accounts_ FOREIGN KEY (uploaded_by_user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailimages_rendition
    ADD CONSTRAINT wagtailimages_rendit_image_id_3e1fd774_fk_wagtailim FOREIGN KEY (image_id) REFERENCES public.wagtailimages_image(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_redirect_page_id_b5728a8f_fk_wagtailco FOREIGN KEY (redirect_page_id) REFERENCES public.wagtailcore_page(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailredirects_redirect
    ADD CONSTRAINT wagtailredirects_red_site_id_780a0e1e_fk_wagtailco FOREIGN KEY (site_id) REFERENCES public.wagtailcore_site(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailsearch_indexentry
    ADD CONSTRAINT wagtailsearch_indexe_content_type_id_62ed694f_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.wagtailusers_userprofile
    ADD CONSTRAINT wagtailusers_userprofile_user_id_59c92331_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;
