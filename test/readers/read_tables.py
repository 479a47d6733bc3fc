"""Reads Parquet with pyarrow and DuckDB. Argument: the dataset."""

import json
import sys
from pathlib import Path

import duckdb
import pyarrow.parquet
from facts import Facts, print_facts
from pycocotools import mask

dataset = Path(sys.argv[1])

FLAT = "shape IN ('box', 'polygon', 'mask', 'semantic_mask')"
COLUMNS = "file_name, width, height, label, shape, left, top, right, bottom, area, rle, attributes, points"


def facts_of(rows):
    facts = Facts()
    for row in rows:
        attributes = json.loads(row["attributes"])
        if "mask" in row["shape"]:
            run_lengths = {"size": [row["height"], row["width"]], "counts": row["rle"]}
            facts.area(row["file_name"], row["label"], mask.decode(run_lengths).sum())
            assert mask.area(run_lengths) == row["area"]
        facts.box(row["file_name"], row["label"], [row[side] for side in ("left", "top", "right", "bottom")], ["all"])
        facts.attribute(row["file_name"], row["label"], attributes)
        assert (row["points"] is None) == (row["shape"] != "polygon")
    return facts


def read_with_pyarrow():
    rows = []
    for file in sorted(dataset.glob("*.parquet")):
        table = pyarrow.parquet.read_table(file)
        table.validate(full=True)
        rows += table.to_pylist()
    return facts_of(row for row in rows if row["shape"] in ("box", "polygon", "mask", "semantic_mask"))


def read_with_duckdb():
    columns = ", ".join(f'"{name}"' for name in COLUMNS.split(", "))
    found = duckdb.sql(f"SELECT {columns} FROM '{dataset}/*.parquet' WHERE {FLAT}")
    return facts_of(dict(zip(found.columns, row)) for row in found.fetchall())


print_facts({"pyarrow": read_with_pyarrow(), "duckdb": read_with_duckdb()})
