"""Drives an Annofab with its own command line, annofabcli: `python command_line.py URL USER PASSWORD`."""

from __future__ import annotations

import json
import zipfile

from cli import ORGANIZATION, PNG, P, call, cli, folder, out, user_id, write

# --- my_account, organization, members
cli("my_account", "get")
cli("my_account", "list_personal_access_token")
cli("organization", "list")
cli("organization", "list_usage", "-org", ORGANIZATION, "--month", "2026-01")
cli("organization_member", "list", "-org", ORGANIZATION)
cli("organization_member", "update_role", "-org", ORGANIZATION, "-u", "demo_worker", "--role", "administrator")
cli("project_member", "list", "-p", P)
cli("project_member", "update_role", "-p", P, "-u", "demo_worker", "--role", "accepter")
cli("project_member", "invite", "-p", P, "-u", "demo_worker", "--role", "worker")

# --- project
listed = json.loads(cli("project", "list", "-org", ORGANIZATION, "-f", "json") or "[]")
call.expect("project list shows the demo", any(project["project_id"] == P for project in listed))
cli("project", "create", "-org", ORGANIZATION, "--title", "試験", "--input_data_type", "image", "--project_id", "cli-project")
cli("project", "update_configuration", "-p", "cli-project", "--configuration", '{"number_of_inspections": 1}')
cli("project", "update", "--json", write("projects.json", [{"project_id": "cli-project", "title": "試験2"}]))
cli("project", "copy", "--src_project_id", P, "--dest_project_id", "cli-copy", "--dest_title", "写し")
cli("project", "diff", "--left_project_id", P, "--right_project_id", "cli-copy", "--target", "annotation_labels")
cli("project", "change_status", "-p", "cli-copy", "--status", "suspended")
cli("project_member", "diff", "--left_project_id", P, "--right_project_id", "cli-copy")

# --- annotation_specs
S = "cli-project"
cli("annotation_specs", "add_label", "-p", S, "--label_name_en", "car", "--annotation_type", "bounding_box")
cli("annotation_specs", "add_labels", "-p", S, "--label_name_en", "bus", "truck", "--annotation_type", "bounding_box")
cli("annotation_specs", "add_attribute", "-p", S, "--attribute_type", "flag", "--attribute_name_en", "occluded", "--label_name_en", "car")
cli(
    "annotation_specs", "add_choice_attribute", "-p", S, "--attribute_type", "choice", "--attribute_name_en", "colour",
    "--label_name_en", "car", "--choice_json", '[{"choice_name_en": "red"}, {"choice_name_en": "white"}]',
)  # fmt: skip
cli("annotation_specs", "add_choices_to_attribute", "-p", S, "--attribute_name_en", "colour", "--choice_json", '[{"choice_name_en": "blue"}]')
cli("annotation_specs", "add_existing_attribute_to_labels", "-p", S, "--attribute_name_en", "occluded", "--label_name_en", "bus")
cli("annotation_specs", "delete_choices", "-p", S, "--attribute_name_en", "colour", "--choice_name_en", "blue")
cli("annotation_specs", "delete_labels", "-p", S, "--label_name_en", "truck", "--allow_affecting_annotations")
cli("annotation_specs", "list_label", "-p", P)
cli("annotation_specs", "list_attribute", "-p", P)
cli("annotation_specs", "list_choice", "-p", P)
cli("annotation_specs", "list_history", "-p", S)
cli("annotation_specs", "export", "-p", P, "-o", out("specs.json"))
cli("annotation_specs", "diff", "--left_project_id", P, "--right_project_id", S)

# --- input_data, supplementary
image = folder / "image.png"
image.write_bytes(PNG)
new = write("inputs.json", [{"input_data_id": f"cli-{n}", "input_data_name": f"cli/{n}.png", "input_data_path": f"file://{image}"} for n in (1, 2, 3)])
cli("input_data", "create", "-p", P, "--json", new, "--allow_duplicated_input_data")
cli("input_data", "list", "-p", P, "-f", "json", "-o", out("inputs-list.json"))
cli("input_data", "list_all", "-p", P, "--latest")
cli("input_data", "list_all_merged_task", "-p", P)
cli("input_data", "download", "-p", P, "-o", out("inputs.json"))
cli("input_data", "update", "-p", P, "--json", write("update.json", [{"input_data_id": "cli-1", "input_data_name": "cli/one.png"}]))
cli("input_data", "update_metadata", "-p", P, "-i", "cli-1", "--metadata", '{"camera": "C"}')
cli("input_data", "delete_metadata_key", "-p", P, "-i", "cli-1", "--metadata_key", "camera")
extra = [{"input_data_id": "cli-1", "supplementary_data_id": "note", "supplementary_data_name": "note.png", "supplementary_data_path": f"file://{image}", "supplementary_data_type": "image", "supplementary_data_number": 1}]
cli("supplementary", "create", "-p", P, "--json", write("extra.json", extra))
cli("supplementary", "list", "-p", P, "-i", "cli-1")
cli("supplementary", "delete", "-p", P, "-i", "cli-1")

# --- task
cli("task", "create", "-p", P, "--json", write("tasks.json", [{"task_id": "cli-a", "input_data_id_list": ["cli-1"]}, {"task_id": "cli-b", "input_data_id_list": ["cli-2"]}]))
cli("task", "create_by_input_data_count", "-p", P, "--task_id_prefix", "count", "--input_data_count", "1", "--wait")
cli("task", "list", "-p", P, "-f", "json", "-o", out("tasks-list.json"))
cli("task", "list_all", "-p", P, "--latest")
cli("task", "list_added_task_history", "-p", P)
cli("task", "list_all_added_task_history", "-p", P)
cli("task", "download", "-p", P, "-o", out("tasks.json"))
cli("task", "update_metadata", "-p", P, "-t", "cli-a", "--metadata", '{"priority": 3}')
cli("task", "delete_metadata_key", "-p", P, "-t", "cli-a", "--metadata_key", "priority")
cli("task", "change_operator", "-p", P, "-t", "cli-a", "-u", user_id)
cli("task", "submit", "-p", P, "-t", "cli-a")
cli("task", "complete", "-p", P, "-t", "cli-a", "--phase", "acceptance")
cli("task", "cancel_acceptance", "-p", P, "-t", "cli-a")
cli("task", "reject", "-p", P, "-t", "cli-a", "--comment", "囲みがゆるい", "--not_assign")
cli("task", "change_operator", "-p", P, "-t", "cli-a", "-u", user_id)

# --- annotation
cli("annotation", "download", "-p", P, "-o", out("simple.zip"), "--latest")
cli("annotation", "list", "-p", P, "-t", "task-1")
cli("annotation", "list_count", "-p", P, "-t", "task-1")
cli("annotation", "dump", "-p", P, "-t", "task-1", "-o", out("dump"))
cli("annotation", "export", "-p", P, "-t", "task-1", "-o", out("export"))
made = [{"task_id": "cli-a", "input_data_id": "cli-1", "label": "vehicle", "data": {"_type": "BoundingBox", "left_top": {"x": 0, "y": 0}, "right_bottom": {"x": 1, "y": 1}}, "attributes": {"occluded": True}}]
cli("annotation", "create", "-p", P, "--json", write("made.json", made))
cli("annotation", "change_attributes", "-p", P, "-t", "cli-a", "-aq", '{"label": "vehicle"}', "--attributes", '{"occluded": false}')
cli("annotation", "change_label", "-p", P, "-t", "cli-a", "-aq", '{"label": "vehicle"}', "--label_name", "vehicle")
simple = {"details": [{"label": "vehicle", "annotation_id": "imported", "data": {"_type": "BoundingBox", "left_top": {"x": 0, "y": 0}, "right_bottom": {"x": 1, "y": 1}}, "attributes": {}}]}
(folder / "import" / "cli-a").mkdir(parents=True)
write("import/cli-a/cli-1.json", simple)
cli("annotation", "import", "-p", P, "--annotation", str(folder / "import"), "--overwrite")
cli("annotation", "delete", "-p", P, "-t", "cli-a")

# --- comment
cli("comment", "create_onhold_simply", "-p", P, "-t", "cli-a", "--comment", "どこまで?")
cli("comment", "put_onhold_simply", "-p", P, "-t", "cli-a", "--comment", "ここまで?")
cli("comment", "list", "-p", P, "-t", "cli-a")
cli("comment", "list_with_replies", "-p", P, "-t", "cli-a")
cli("comment", "list_all", "-p", P)
cli("comment", "list_all_with_replies", "-p", P)
cli("comment", "download", "-p", P, "-o", out("comments.json"))

# --- task histories and events
cli("task_history", "list", "-p", P, "-t", "task-1")
cli("task_history", "list_all", "-p", P)
cli("task_history", "download", "-p", P, "-o", out("histories.json"))
cli("task_history_event", "list_all", "-p", P)
cli("task_history_event", "list_worktime", "-p", P)
cli("task_history_event", "summarize_worktime_by_user_and_date", "-p", P)
cli("task_history_event", "download", "-p", P, "-o", out("events.json"))
cli("task_count", "list_by_phase", "-p", P)
cli("task_count", "list_by_user", "-p", P)

# --- job, instruction, webhook
cli("job", "list", "-p", P, "--job_type", "gen-annotation")
cli("job", "wait", "-p", P, "--job_type", "gen-annotation")
instruction = folder / "instruction.html"
instruction.write_text("<p>手順<img src='image.png'></p>", encoding="utf-8")
cli("instruction", "upload", "-p", P, "--html", str(instruction))
cli("instruction", "list_history", "-p", P)
cli("instruction", "download", "-p", P, "-o", out("instruction"), "--download_image")
cli("instruction", "copy", "--src_project_id", P, "--dest_project_id", "cli-project")
cli("webhook", "list", "-p", P)

# --- statistics and archives
archive = out("simple.zip")
cli("statistics", "list_annotation_count", "-p", P, "--annotation", archive, "-o", out("counts.csv"))
cli("statistics", "list_worktime", "-p", P)
cli("statistics", "summarize_task_count_by_user", "-p", P)
cli("statistics", "visualize", "-p", P, "-o", out("visualize"), "--minimal", "--output_only_text")
cli("annotation_zip", "list_bounding_box_annotation", "--annotation", archive)
cli("annotation_zip", "list_polygon_annotation", "--annotation", archive)
cli("annotation_zip", "list_annotation_attribute", "--annotation", archive)
cli("annotation_zip", "count_annotation_by_label", "-p", P, "--annotation", archive)
cli("annotation_zip", "count_annotation_by_attribute_value", "-p", P, "--annotation", archive)
cli("annotation_zip", "filter", "--annotation", archive, "-o", out("filtered"), "-t", "task-1")

# --- input data in a ZIP, registered by a job
with zipfile.ZipFile(folder / "inputs.zip", "w") as packed:
    packed.writestr("evening/1.png", PNG)
cli("input_data", "create_from_zip", "-p", P, "--zip", str(folder / "inputs.zip"), "--input_data_name_prefix", "more.zip", "--wait")
names = [one["input_data_name"] for one in json.loads(cli("input_data", "list_all", "-p", P, "--latest", "-f", "json") or "[]")]
call.expect("what was in the ZIP is there", "more.zip/evening/1.png" in names)

# --- what takes things away comes last
cli("my_account", "revoke_personal_access_token", "--personal_access_token_id", "seed-1")
cli("task", "delete", "-p", P, "-t", "cli-b")
cli("input_data", "delete", "-p", P, "-i", "cli-3")
cli("job", "delete", "-p", P, "--job_type", "gen-annotation", "--job_id", "none")

call.report()
