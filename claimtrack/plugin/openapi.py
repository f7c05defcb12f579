"""The OpenAPI document of a desk, made from the declarations of its pages and operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claimtrack import __version__
from claimtrack.plugin.fields import Field, Kind

if TYPE_CHECKING:
    from claimtrack.plugin.visit import Operation, Page

Json = dict[str, Any]

_ERROR_STATUSES = {
    400: "A value that is not accepted",
    401: "The token is wrong or has expired: make a new one at /-/create-token",
    403: "Not allowed",
    404: "Not found",
    409: "Forbidden by a rule of the desk, or the desk was changed in the meantime",
    503: "Another program is keeping the desk busy",
}
_ID: Json = {"type": "integer", "minimum": 0, "maximum": 10**18 - 1}
_TYPES = {
    Kind.LINE: "string",
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBERS: "array",
    Kind.NAMES: "array",
    Kind.FLAG: "boolean",
}


def build_document(
    pages: Iterable[Page], operations: Iterable[Operation], *, server: str = "/claims"
) -> Json:
    """Build the OpenAPI document. `server` is the address of the desk's database."""
    paths: Json = {}
    for page in pages:
        paths[f"/-/{page.path}.json"] = {"get": _page_operation(page)}
    for operation in operations:
        paths[f"/-/{operation.path}"] = {"post": _form_operation(operation)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "claimtrack",
            "version": __version__,
            "description": "A newsroom's claim desk: the data its pages show, and the actions of its forms.",
        },
        "servers": [{"url": server}],
        "security": [{"cookie": []}, {"token": []}],
        "paths": paths,
        "components": {"schemas": _SCHEMAS, "securitySchemes": _SECURITY},
    }


_SCHEMAS: Json = {
    "Problem": {
        "type": "object",
        "required": ["ok", "error", "status"],
        "properties": {
            "ok": {"const": False},
            "error": {"type": "string", "description": "What is wrong and what to do about it"},
            "kind": {"type": "string"},
            "status": {"type": "integer"},
        },
    },
    "Done": {
        "type": "object",
        "required": ["ok", "message"],
        "properties": {
            "ok": {"const": True},
            "message": {"type": "string"},
            "undo": {
                "type": ["object", "null"],
                "description": "How to undo it, if possible: post this body to this path",
                "properties": {"path": {"type": "string"}, "body": {"type": "object"}},
            },
        },
    },
}
_SECURITY: Json = {
    "cookie": {"type": "apiKey", "in": "cookie", "name": "ds_actor"},
    "token": {"type": "http", "scheme": "bearer", "description": "A token from /-/create-token"},
}


def _page_operation(page: Page) -> Json:
    shown: Json = {"description": page.summary, "content": _json({"type": "object"})}
    query = [
        {"name": field.name, "in": "query", "schema": {**_field_schema(field), "type": _TYPES[field.kind]}}
        for field in page.query
    ]
    return {
        "summary": page.summary,
        "operationId": f"read_{_identifier(page.path)}",
        "parameters": _path_parameters(page.path) + query,
        "x-permission": page.permission,
        "responses": {"200": shown, **_error_responses(400, 401, 403, 404, *([409] if page.refuses else []))},
    }


def _form_operation(operation: Operation) -> Json:
    done: Json = {"description": "Done", "content": _json({"$ref": "#/components/schemas/Done"})}
    return {
        "summary": operation.summary,
        "operationId": f"do_{_identifier(operation.path)}",
        "parameters": _path_parameters(operation.path),
        "x-permission": operation.permission,
        "requestBody": {"required": operation.needs_body, "content": _json(_body_schema(operation))},
        "responses": {"200": done, **_error_responses(*_ERROR_STATUSES)},
    }


def _body_schema(operation: Operation) -> Json:
    fields = [field for field in operation.keys if field.kind is not Kind.FILE]  # JSON holds none
    properties = {field.name: _field_schema(field) for field in fields}
    required = [field.name for field in fields if field.named or (field.required and not operation.changes)]
    schema: Json = {"type": "object", "additionalProperties": False, "properties": properties}
    if operation.changes:
        schema["description"] = (
            "Fields left out stay as they are; null or an empty text clears a field that can be empty"
        )
    return {**schema, "required": required} if required else schema


def _field_schema(field: Field) -> Json:
    value: Json = {"description": field.description, "type": _TYPES[field.kind]}
    if field.choices:
        value["enum"] = list(field.choices)
    if field.kind is Kind.INTEGER:
        value |= _ID
    if field.kind is Kind.NUMBERS:
        value |= {"items": _ID, "minItems": 1}
    if field.kind is Kind.NAMES:
        value |= {"items": {"type": "string", "minLength": 1}, "minItems": 1}
    if field.required and value["type"] == "string":
        value["minLength"] = 1
    if not field.required:
        value["type"] = [value["type"], "null"]
        if field.choices:
            value["enum"] = [*value["enum"], None]
    return value


def _path_parameters(path: str) -> list[Json]:
    names = re.findall(r"\{(\w+)\}", path)
    return [{"name": name, "in": "path", "required": True, "schema": _ID} for name in names]


def _error_responses(*statuses: int) -> Json:
    problem = {"$ref": "#/components/schemas/Problem"}
    return {
        str(status): {
            "description": _ERROR_STATUSES[status],
            "content": _json(problem),
        }
        for status in statuses
    }


def _json(schema: Json) -> Json:
    return {"application/json": {"schema": schema}}


def _identifier(path: str) -> str:
    return re.sub(r"\W+", "_", re.sub(r"\{\w+\}", "", path)).strip("_")
