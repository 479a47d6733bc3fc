"""Changes annotations, comments and tasks in every way: `python command_line_annotations.py URL USER PASSWORD`."""

from __future__ import annotations

import json

from cli import P, call, cli, folder, out, write

T, F = "task-8", "task-8-frame-1"
INSIDE = {"left_top": {"x": 1, "y": 1}, "right_bottom": {"x": 9, "y": 9}}
WHERE = {"task_id": T, "input_data_id": F}


def annotation(command: str, *arguments: str) -> str:
    return cli("annotation", command, "-p", P, *arguments)


def as_json(*items: dict) -> str:
    return json.dumps(items, ensure_ascii=False)


# --- annotations by themselves
boxes = [{**WHERE, "annotation_id": name, "label": "vehicle", "data": {"_type": "BoundingBox", **INSIDE}} for name in ("n1", "n2")]
annotation("create", "--json", as_json(*boxes))
annotation("change_attributes_per_annotation", "--backup", out("backup"), "--json", as_json({**WHERE, "annotation_id": "n1", "attributes": {"occluded": False, "colour": "red", "lane": 3, "follows": "n2"}}))
annotation("change_data_per_annotation", "--json", as_json({**WHERE, "annotation_id": "n1", "data": {"_type": "BoundingBox", **INSIDE}}))
annotation("change_label_per_annotation", "--json", as_json({**WHERE, "annotation_id": "n1", "label_name": "vehicle"}))
annotation("change_editor_props", "-t", T, "--label_name", "vehicle", "--editor_props", '{"can_delete": false}')
annotation("create_classification", "-t", T, "--label_name", "scene", "--attributes", '{"weather": "sunny"}')
listed = json.loads(annotation("list", "-t", T, "-f", "json") or "[]")
changed = {one["detail"]["annotation_id"]: one["detail"] for one in listed}
call.expect("the attributes are changed", len(changed.get("n1", {}).get("additional_data_list", [])) == 4)

# --- from task to task, out and in again
annotation("dump", "-t", T, "-o", out("dump"))
annotation("copy", "--input", f"task-4:{T}", "--merge")
annotation("copy", "--input", f"task-1/task-1-frame-2:{T}/{F}", "--overwrite")
annotation("merge_segmentation", "-t", T, "--label_name", "road")
annotation("remove_segmentation_overlap", "-t", T)
annotation("restore", "--annotation", out("dump"), "-t", T)
listed = json.loads(annotation("list", "-t", T, "-f", "json") or "[]")
call.expect("a restored frame is as it was", {one["detail"]["annotation_id"] for one in listed} >= {"n1", "n2"})
annotation("download", "-o", out("simple.zip"), "--latest")
annotation("import", "--annotation", out("simple.zip"), "-t", "task-4", "--overwrite", "--include_complete_task")
annotation("import", "--annotation", out("simple.zip"), "-t", "task-4", "--merge", "--include_complete_task")

# --- what an archive tells
archive = ("--annotation", out("simple.zip"))
for kind in ("3d_bounding_box", "3d_segment", "polyline", "range", "segmentation", "single_point", "classification"):
    cli("annotation_zip", f"list_{kind}_annotation", *archive)
cli("annotation_zip", "count_annotation_attribute_filled", "-p", P)
cli("annotation_zip", "diff", "--left_project_id", P, "--right_annotation", out("simple.zip"))
cli("annotation_zip", "merge", *archive, out("simple.zip"), "-o", out("merged"))
cli("annotation_zip", "render", *archive, "--image_size", "640x360", "-o", out("rendered"), "-t", "task-1")
cli("annotation_zip", "visualize_annotation_count_by_label", "-p", P, "-o", out("labels.html"))
cli("annotation_zip", "visualize_annotation_count_by_attribute_value", "-p", P, "-o", out("values.html"))

# --- tasks
cli("task", "put", "-p", P, "--json", '{"put-1": ["task-1-frame-1", "task-1-frame-2"]}', "--api", "put_task")
cli("task", "update_input_data", "-p", P, "--json", as_json({"task_id": "put-1", "input_data_id_list": ["task-1-frame-2", "task-2-frame-1"]}), "--allow_removing_input_data")
cli("task", "update_metadata_per_task", "-p", P, "--json", as_json({"task_id": "put-1", "metadata": {"area": "tokyo", "ok": True}}))
cli("task", "copy", "-p", P, "--input", "put-1:put-2", "--copy_metadata")
counted = cli("task_count", "list_by_metadata", "-p", P, "--metadata_key", "area", "--execute_get_tasks_api")
call.expect("a copied task has the metadata too", "tokyo,2," in counted)
cli("task_count", "list_by_task_id_group", "-p", P, "--task_id_delimiter", "-")
cli("task", "change_operator", "-p", P, "-t", "put-1", "-u", "demo_owner")
cli("task", "change_status_to_on_hold", "-p", P, "-t", "put-1", "--comment", "待ち")
cli("task", "change_status_to_break", "-p", P, "-t", "put-1")
cli("task", "accept", "-p", P, "-t", "task-2", "--phase", "acceptance")
rejection = {"task_id": "task-3", "input_data_id": "task-3-frame-1", "comment": "囲みがゆるい", "data": {"_type": "Point", "x": 1, "y": 1}}
cli("task", "reject_with_inspection_comments", "-p", P, "--json", as_json(rejection), "--cancel_acceptance")
cli("task", "list_all_with_statistics", "-p", P, "--latest")

# --- comments
hold = {"task_id": T, "input_data_id": F, "comment_id": "hold", "comment": "どこまで?"}
cli("comment", "create_onhold", "-p", P, "--json", as_json(hold))
cli("comment", "update_onhold", "-p", P, "--json", as_json({**hold, "comment": "ここまで?"}))
found = {"task_id": "task-2", "input_data_id": "task-2-frame-1", "comment_id": "found", "comment": "ずれ", "data": {"_type": "Point", "x": 1, "y": 1}}
cli("comment", "create_inspection", "-p", P, "--json", as_json(found), "--include_complete_task")
cli("comment", "create_inspection_simply", "-p", P, "-t", "task-2", "--comment", "全体")
cli("comment", "put_inspection_simply", "-p", P, "-t", "task-2", "--comment", "全体に")
cli("comment", "update_inspection", "-p", P, "--json", as_json({**found, "comment": "大きくずれ"}))
comments = json.loads(cli("comment", "list", "-p", P, "-t", "task-2", "-f", "json") or "[]")
call.expect("the comment is changed", "大きくずれ" in [one["comment"] for one in comments])
cli("comment", "delete", "-p", P, "--json", json.dumps({T: {F: ["hold"]}, "task-2": {"task-2-frame-1": ["found"]}}))

# --- input data, supplementary data, members
image = folder / "image.png"
image.write_bytes(b"any bytes will do")
path = f"file://{image}"
cli("input_data", "put", "-p", P, "--json", as_json({"input_data_id": "put", "input_data_name": "put.png", "input_data_path": path}), "--overwrite")
cli("input_data", "update_metadata_per_input_data", "-p", P, "--json", as_json({"input_data_id": "put", "metadata": {"camera": "C"}}))
extra = {"input_data_id": "put", "supplementary_data_id": "note", "supplementary_data_name": "note", "supplementary_data_path": path, "supplementary_data_type": "text", "supplementary_data_number": 1}
cli("supplementary", "put", "-p", P, "--json", write("extra.json", [extra]))
cli("supplementary", "update", "-p", P, "--json", as_json({"input_data_id": "put", "supplementary_data_id": "note", "supplementary_data_name": "memo"}))
cli("project", "create", "-org", "demo-org", "--title", "別", "--input_data_type", "image", "--project_id", "other")
cli("input_data", "copy", "--src_project_id", P, "--dest_project_id", "other", "--input_data_id", "put")
cli("project_member", "sync", "--src_project_id", P, "--dest_project_id", "other")
cli("project_member", "update", "-p", "other", "--json", as_json({"user_id": "demo_worker", "member_role": "accepter", "sampling_inspection_rate": 10}))
cli("project_member", "delete", "-p", "other", "-u", "demo_worker")
cli("organization_member", "invite", "-org", "demo-org", "-u", "demo_mfa", "--role", "contributor")
cli("organization_member", "delete", "-org", "demo-org", "-u", "demo_mfa")
cli("organization_plugin", "list", "-org", "demo-org")
cli("organization_idp", "list", "-org", "demo-org")
cli("organization", "list_usage_detail", "-org", "demo-org", "--start_month", "2026-01", "--end_month", "2026-02")

call.report()
