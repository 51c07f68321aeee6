# Living Lab: one image for the web process and the worker (docs/operations.md).
FROM python:3.13-slim AS build
WORKDIR /src
COPY . .
# Everything as pinned, with its hash: uv by pip, the packages by uv.
RUN python -m venv --without-pip /venv \
    && python -m venv /tools \
    && sed -n '/^\(polib\|uv\)==/,/[^\\]$/p' constraints.txt > /tools/pinned.txt \
    && /tools/bin/pip install --no-cache-dir --require-hashes --requirement /tools/pinned.txt \
    && /tools/bin/uv pip install --no-cache --python /venv/bin/python --require-hashes --only-binary :all: \
        --requirement pyproject.toml --extra pdf --extra scale --constraint constraints.txt \
    && /tools/bin/python -m livinglab.local.translations \
    # What is for a developer's machine only.
    && rm -r livinglab/demo livinglab/local

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=livinglab.settings.production
# What the extra `pdf` needs: Pango, some 15 MB with its libraries. Fonts come with the site.
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -r /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /app livinglab \
    && install -d -o livinglab /app/var/media
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /src/manage.py ./
COPY --from=build /src/livinglab ./livinglab
COPY --from=build /src/casestudies ./casestudies
COPY --from=build /src/events ./events
COPY --from=build /src/templates ./templates
# Collecting needs settings but no secrets: these values serve this one step and stay in no layer.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    ALLOWED_HOSTS=localhost \
    WAGTAILADMIN_BASE_URL=https://localhost \
    DATABASE_URL=postgres://nobody@localhost/none \
    python manage.py collectstatic --noinput --verbosity 0
# By number, so that a cluster can see that it is not root.
USER 10001
EXPOSE 8000
VOLUME /app/var/media
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-m", "livinglab.core.monitoring.healthcheck"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "livinglab.wsgi:application"]
