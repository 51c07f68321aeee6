"""Versions of entries, and the changes that Elasticsearch has still to hear of.

A version comes from one sequence while the row is locked, so it only grows. A change is written by a trigger, in the
transaction that makes it, whoever makes it and however; with it goes one job a transaction, named after the transaction
so that no two transactions ever wait for one another. Where Elasticsearch is off, there is no index and nothing is kept.
"""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

TRIGGERS = """
CREATE SEQUENCE search_version;

CREATE FUNCTION search_give_version() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE FUNCTION search_keep_change() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE TRIGGER search_give_version BEFORE INSERT OR UPDATE ON search_searchentry
    FOR EACH ROW EXECUTE FUNCTION search_give_version();
CREATE TRIGGER search_keep_change AFTER INSERT OR UPDATE OR DELETE ON search_searchentry
    FOR EACH ROW EXECUTE FUNCTION search_keep_change();
"""
DROP_TRIGGERS = """
DROP TRIGGER search_keep_change ON search_searchentry;
DROP TRIGGER search_give_version ON search_searchentry;
DROP FUNCTION search_keep_change();
DROP FUNCTION search_give_version();
DROP SEQUENCE search_version;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0003_labels"), ("procrastinate", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="version",
            field=models.BigIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.CreateModel(
            name="ElasticsearchIndex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
                ("schema", models.CharField(max_length=8)),
                ("complete_from", models.BigIntegerField(null=True)),
                ("filled_to", models.BigIntegerField(default=0)),
                ("is_filled", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={"verbose_name": "Elasticsearch index", "verbose_name_plural": "Elasticsearch indexes"},
        ),
        migrations.CreateModel(
            name="ElasticsearchChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry_id", models.BigIntegerField()),
                ("version", models.BigIntegerField()),
                ("changed_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("attempts", models.PositiveIntegerField(db_default=0, default=0)),
                ("problem", models.TextField(blank=True, db_default="")),
                (
                    "index",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="search.elasticsearchindex",
                    ),
                ),
            ],
            options={
                "verbose_name": "change for Elasticsearch",
                "verbose_name_plural": "changes for Elasticsearch",
                "indexes": [models.Index(fields=["index", "attempts", "id"], name="search_change_order")],
            },
        ),
        migrations.RunSQL(TRIGGERS, DROP_TRIGGERS),
    ]
