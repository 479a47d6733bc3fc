"""Prints the models and query parameters of annofabapi as JSON, for a comparison with the API description."""

import enum
import importlib
import inspect
import json
import pkgutil
import re
import typing

from annofabapi import generated_api, generated_api2, pydantic_models
from pydantic import BaseModel


def classes():
    for module in pkgutil.iter_modules(pydantic_models.__path__):
        loaded = importlib.import_module(f"{pydantic_models.__name__}.{module.name}")
        yield from (
            (name, value)
            for name, value in vars(loaded).items()
            if inspect.isclass(value) and value.__module__ == loaded.__name__
        )


def is_optional(field):
    return not field.is_required() or type(None) in typing.get_args(field.annotation)


def fields(model):
    return {field.alias or name: is_optional(field) for name, field in model.model_fields.items()}


def operations(api):
    for name, method in inspect.getmembers(api, inspect.isfunction):
        documentation = inspect.getdoc(method) or ""
        operation = re.search(r"#operation/(\w+)", documentation)
        query = re.search(r"query_params \(dict.*?\n(.*?)(?:\n\n|\n {4}\w|\nReturns|\Z)", documentation, re.DOTALL)
        if operation and not name.startswith("_"):
            found = re.findall(r"^ {8}(\w+) \(", query[1], re.MULTILINE) if query else []
            yield operation[1], found


models, enums = {}, {}
for name, value in classes():
    if issubclass(value, enum.Enum):
        enums[name] = [member.value for member in value]
    elif issubclass(value, BaseModel) and "actual_instance" not in value.model_fields:
        models[name] = fields(value)

query = dict(operations(generated_api.AbstractAnnofabApi)) | dict(operations(generated_api2.AbstractAnnofabApi2))
print(json.dumps({"models": models, "enums": enums, "query": query}))
