"""All of a resource, or all there is, in one file: made while it is sent, batch by batch, so at constant memory.

Nothing is stored: what is withdrawn is in no file from that moment. Batches follow the primary key instead of a cursor
of the database, which would hold a transaction open for as long as somebody reads slowly.
"""

import csv
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from pydantic import BaseModel

from livinglab.api.csv_cells import columns, row
from livinglab.api.parameters import InvalidRequestError, read_language
from livinglab.api.part_files import PartFile, part_files
from livinglab.api.resources import RESOURCES
from livinglab.api.resources.base import Resource
from livinglab.api.schemas import Links, Moment, Waarde, Wire
from livinglab.core.http.compression import best_coding
from livinglab.core.http.problem_details import problem

EVERYTHING = "alles"
FORMS = {"ndjson": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}
MEDIA_TYPES = ("application/x-ndjson", "text/csv", "application/gzip")
_GZIP = 16 + zlib.MAX_WBITS


class Rij(Wire):
    """Een rij van de lijst van alles: wat elke soort heeft."""

    lijst: str
    sleutel: str
    titel: str
    samenvatting: str = ""
    taal: str
    licentie: str | None
    overgenomen_van: str = ""
    gepubliceerd: Moment | None = None
    gewijzigd: Moment | None = None
    themas: list[Waarde] = []
    categorie: Waarde | None = None
    organisaties: list[Waarde] = []
    links: Links


@dataclass(frozen=True)
class Dump:
    """What one file holds: some resources in one language, or the parts of one."""

    resources: Sequence[Resource]
    language: str
    is_everything: bool = False
    part: PartFile | None = None
    """Of whose parts it is a table; else of the resources themselves."""

    @classmethod
    def named(cls, name: str, language: str, form: str = "ndjson") -> "Dump":
        """By the name of its file; raises Http404. Parts stand with what they are of, but in tables."""
        if name == EVERYTHING:
            return cls(RESOURCES, language, is_everything=True)
        for part in part_files() if form == "csv" else ():
            if part.name == name:
                return cls([part.resource], language, part=part)
        found = [resource for resource in RESOURCES if resource.name == name]
        if not found:
            raise Http404
        return cls(found, language)

    def entity_tag(self, form: str) -> str:
        """Another one whenever something in it changed. One query or two for each resource."""
        with translation.override(self.language):
            parts = [form, self.language, settings.CONTENT_LICENCE]
            parts += [resource.fingerprint(self.language) for resource in self.resources]
        return f'"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'

    def chunks(self, form: str) -> Iterator[bytes]:
        """The file, a batch at a time."""
        lines = self._csv() if form == "csv" else self._ndjson()
        for text in lines:
            yield text.encode()

    def _batches(self) -> Iterator[tuple[Resource, Sequence[BaseModel]]]:
        for resource in self.resources:
            batches = resource.everything(self.language)
            while True:
                # The language of this thread is ours only while a batch is made: others' work comes between.
                with translation.override(self.language):
                    batch = next(batches, None)
                if batch is None:
                    break
                yield resource, batch

    def _ndjson(self) -> Iterator[str]:
        for resource, batch in self._batches():
            kind = f'{{"lijst":"{resource.name}",' if self.is_everything else "{"
            yield "".join(f"{kind}{one.model_dump_json(by_alias=True)[1:]}\n" for one in batch)

    def _csv(self) -> Iterator[str]:
        buffer = _Line()
        writer = csv.writer(buffer)  # type: ignore[arg-type]
        if self.part:
            yield writer.writerow([self.part.owner, *columns(self.part.part)])
            for _resource, batch in self._batches():
                yield "".join(writer.writerow([key, *row(one)]) for key, one in self.part.rows(batch))
            return
        yield writer.writerow(columns(Rij if self.is_everything else self.resources[0].Detail))
        for resource, batch in self._batches():
            told: Iterable[BaseModel] = [_in_short(resource, one) for one in batch] if self.is_everything else batch
            yield "".join(writer.writerow(row(one)) for one in told)


class _Line:
    """A file that gives back what is written."""

    def write(self, text: str) -> str:
        return text


def _in_short(resource: Resource, one: Any) -> Rij:
    values = {name: getattr(one, name) for name in Rij.model_fields if hasattr(one, name)}
    key = str(getattr(one, "id", None) or one.code)
    return Rij(**{"titel": getattr(one, "naam", ""), **values, "lijst": resource.name, "sleutel": key})


def gzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same, compressed while it goes by."""
    packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    for chunk in chunks:
        if packed := packer.compress(chunk):
            yield packed
    yield packer.flush()


def dump(request: HttpRequest, name: str, form: str) -> Any:
    """`/api/v1/<name>.ndjson` or `.csv`, packed with `.gz`, or on the way where the caller can unpack."""
    form, gz, rest = form.partition(".gz")
    if form not in FORMS or rest:
        raise Http404
    try:
        language = read_language(request.GET) or settings.LANGUAGE_CODE
    except InvalidRequestError as error:
        return problem(request, 400, faults=error.faults)
    asked = Dump.named(name, language, form)
    chunks: Iterable[bytes] = asked.chunks(form)
    response = StreamingHttpResponse(content_type="application/gzip" if gz else FORMS[form])
    response.headers["ETag"] = asked.entity_tag(form)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{language}.{form}{gz}"'
    response.headers["Content-Language"] = language
    response.headers["Link"] = f'<{settings.CONTENT_LICENCE}>; rel="license"'
    if gz:
        chunks = gzipped(chunks)
    else:
        patch_vary_headers(response, ["Accept-Encoding"])
        if best_coding(request.headers.get("Accept-Encoding", "")):
            chunks = gzipped(chunks)
            response.headers["Content-Encoding"] = "gzip"
            response.headers["ETag"] = f"W/{response.headers['ETag']}"
    response.streaming_content = chunks
    return response
