"""Changes annotation specs with Annofab's command line: `python command_line_specs.py URL USER PASSWORD`."""

from __future__ import annotations

import json

from cli import P, call, cli, out

S = "specs-project"


def specs(command: str, *arguments: str) -> str:
    return cli("annotation_specs", command, "-p", S, *arguments)


def as_json(*items: dict) -> str:
    return json.dumps(items, ensure_ascii=False)


cli("project", "copy", "--src_project_id", P, "--dest_project_id", S, "--dest_title", "仕様", "--copied_target", "input_data", "task", "annotation")

# --- attributes and choices
specs(
    "add_attributes", "--attribute_json",
    as_json(
        {"attribute_type": "flag", "attribute_id": "blurred", "attribute_name_en": "blurred", "attribute_name_ja": "ぼけ", "default_value": False, "label_name_ens": ["vehicle"]},
        {"attribute_type": "select", "attribute_id": "size", "attribute_name_en": "size", "choices": [{"choice_name_en": "s", "is_default": True}, {"choice_name_en": "l"}], "label_name_ens": ["vehicle"]},
        {"attribute_type": "text", "attribute_id": "note", "attribute_name_en": "note", "label_name_ens": ["vehicle"]},
    ),
)  # fmt: skip
specs("add_choices_to_attributes", "--attribute_json", as_json({"attribute_id": "size", "choices": [{"choice_id": "xl", "choice_name_en": "xl"}]}))
specs("change_attribute_type", "--attribute_name_en", "size", "--attribute_type", "choice")
specs("update_attributes", "--attribute_json", as_json({"attribute_id": "attribute-plate", "attribute_name_en": "licence", "keybind": {"alt": False, "code": "Digit1", "ctrl": True, "shift": False}}))
specs("update_choices", "--attribute_name_en", "kind", "--choice_json", as_json({"choice_id": "choice-kind-car", "choice_name_en": "auto"}))
specs("reorder_attributes", "--label_name_en", "vehicle", "--attribute_name_en", "kind", "colour")
specs("reorder_choices", "--attribute_name_en", "kind", "--choice_name_en", "bus", "auto")
specs("delete_attributes", "--attribute_name_en", "track", "--all_labels", "--allow_affecting_annotations")

# --- restrictions
flag_on = {"additional_data_definition_id": "blurred", "condition": {"_type": "Equals", "value": "true"}}
specs(
    "add_attribute_restriction", "--restriction_json",
    as_json(
        {"additional_data_definition_id": "note", "condition": {"_type": "Imply", "premise": flag_on, "condition": {"_type": "NotEquals", "value": ""}}},
        {"additional_data_definition_id": "attribute-follows", "condition": {"_type": "HasLabel", "labels": ["label-vehicle"]}},
        {"additional_data_definition_id": "attribute-lane", "condition": {"_type": "CanInput", "enable": False}},
    ),
)  # fmt: skip
specs("set_attribute_required", "--attribute_name_en", "licence")
listed = json.loads(specs("list_attribute_restriction", "-f", "json") or "[]")
call.expect("the restrictions are listed", {one["condition"]["_type"] for one in listed} == {"Imply", "HasLabel", "CanInput", "NotEquals"})
specs("unset_attribute_required", "--attribute_name_en", "licence")
specs("delete_attribute_restriction", "--attribute_name_en", "note")

# --- labels
specs("update_labels", "--label_json", as_json({"label_id": "label-vehicle", "label_name_ja": "車", "color": "#123456"}))
specs("update_label_field_values", "--label_name_en", "vehicle", "--field_values_json", '{"minimum_area_2d": {"min_area": 5, "_type": "MinimumArea2d"}}')
specs("reorder_labels", "--label_name_en", "road", "vehicle")
specs("describe_label_attributes")
specs("list_label_attribute")
specs("list_annotation_import_info", "-f", "json")

# --- phrases for inspections
specs("add_inspection_phrases", "--inspection_phrase_json", as_json({"inspection_phrase_id": "loose", "inspection_phrase_text_en": "loose", "inspection_phrase_text_ja": "ゆるい"}))
specs("update_inspection_phrases", "--inspection_phrase_json", as_json({"inspection_phrase_id": "loose", "inspection_phrase_text_en": "looser"}))
phrases = json.loads(specs("list_inspection_phrase", "-f", "json") or "[]")
call.expect("the phrase is changed", [one["inspection_phrase_text_en"] for one in phrases] == ["looser"])
specs("delete_inspection_phrases", "--inspection_phrase_id", "loose")

# --- what is taken away leaves annotations that are no longer valid
specs("delete_labels", "--label_name_en", "crosswalk", "--allow_affecting_annotations")
cli("annotation", "delete_invalid_label_annotation", "-p", S, "--all_tasks", "--include_complete_task")
specs("delete_choices", "--attribute_name_en", "colour", "--choice_name_en", "red", "--allow_affecting_annotations")
cli("annotation", "delete_invalid_attribute_value", "-p", S, "--all_tasks", "--include_complete_task")
specs("change_attribute_type", "--attribute_name_en", "licence", "--attribute_type", "comment")
cli("annotation", "normalize_attribute_type", "-p", S, "--all_tasks", "--include_complete_task")
specs("export", "-o", out("specs.json"))
cli("annotation_specs", "import", "-p", P, "--annotation_specs_json_file", out("specs.json"), "--allow_affecting_annotations")

call.report()
