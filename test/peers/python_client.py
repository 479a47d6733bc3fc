"""Drives an Annofab with its own Python client, annofabapi: `python python_client.py URL USER PASSWORD`."""

from __future__ import annotations

import sys
import tempfile
import uuid
from pathlib import Path

import annofabapi
from annofabapi.models import ProjectJobType
from annofabapi.parser import SimpleAnnotationZipParser, lazy_parse_simple_annotation_zip
from annofabapi.util.annotation_specs import AnnotationSpecsAccessor
from calls import Calls

url, user_id, password = sys.argv[1:4]
call = Calls()
service = annofabapi.build(user_id, password, endpoint_url=url)
api, wrapper = service.api, service.wrapper
folder = Path(tempfile.mkdtemp(prefix="annofab-peers-"))
TODAY = {"from": "2026-01-01", "to": "2026-01-31"}

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def content(answer):
    return answer[0] if answer else {}


def message(english: str, japanese: str) -> dict:
    return {
        "messages": [{"lang": "en-US", "message": english}, {"lang": "ja-JP", "message": japanese}],
        "default_lang": "ja-JP",
    }


# --- oneself, tokens, notifications
account = content(call(api.get_my_account))
call(
    api.put_my_account,
    request_body={
        "user_id": user_id,
        "username": "山田 花子",
        "lang": "ja-JP",
        "keylayout": "ja-JP",
        "biography": "peers",
        "last_updated_datetime": account.get("updated_datetime"),
    },
)
call(
    api.issue_personal_access_token,
    request_body={"id": "peers", "note": "peers", "expiration": 3_600_000, "permissions": [{"_type": "All"}]},
)
tokens = content(call(api.get_personal_access_tokens))
call.expect("the issued token is listed", any(token["id"] == "peers" for token in tokens or []))
call(api.revoke_personal_access_token, request_body={"id": "peers"})
messages = content(call(api.get_my_notification_messages))
call(api.get_my_notification_unread_messages_count)
if messages and messages.get("messages"):
    message_id = messages["messages"][0]["message_id"]
    call(api.get_my_notification_message, message_id)
    call(api.put_my_notification_message_opened, message_id, request_body={"opened": True})

# --- an organization
organization = "peers-" + uuid.uuid4().hex[:8]
made = content(call(api.create_new_organization, request_body={"organization_name": organization, "organization_email": "peers@example.com"}))
read = content(call(api.get_organization, organization))
call(wrapper.get_organization_or_none, organization)
call.expect("an organization that is not is None", wrapper.get_organization_or_none("no-such-organization") is None)
call(api.get_organization_activity, organization)
call(api.get_my_organizations)
call(wrapper.get_all_my_organizations)
call(api.invite_organization_member, organization, "demo_worker", request_body={"role": "contributor"})
call(api.get_organization_members, organization)
call(wrapper.get_all_organization_members, organization)
call(api.get_organization_member, organization, user_id)
call(wrapper.get_organization_member_or_none, organization, user_id)
call(api.get_organization_job, organization, query_params={"type": "move-project"})
plugin_id = str(uuid.uuid4())
plugin = {
    "plugin_name": "assigner",
    "description": "assigns",
    "detail": {"_type": "TaskAssignment", "url": "https://example.com/assign"},
}
call(api.put_organization_plugin, organization, plugin_id, request_body=plugin)
call(api.get_organization_plugins, organization)
call(api.get_organization_plugin, organization, plugin_id)
call(api.delete_organization_plugin, organization, plugin_id)
call(api.get_organization_idp_list, organization)
call(api.get_organization_usage_status_list, organization, query_params={"from": "2026-01", "to": "2026-03"})
call(api.get_organization_usage_status, organization, "2026-01")

# --- a project with its specs
project = "peers-" + uuid.uuid4().hex[:8]
created = content(
    call(
        api.put_project,
        project,
        query_params={"v": "2"},
        request_body={
            "title": "試験",
            "overview": "Made by the Python client",
            "status": "active",
            "input_data_type": "image",
            "organization_name": organization,
            "configuration": {"number_of_inspections": 1},
        },
    )
)
call(api.get_project, project)
call(wrapper.get_project_or_none, project)
call(api.get_organization_of_project, project)
call(api.get_projects_of_organization, organization)
call(wrapper.get_all_projects_of_organization, organization)
call(api.get_my_projects, query_params={"title": "試験"})
call(api.get_my_project_members)
call(api.get_my_member_in_project, project)
specs = content(call(api.get_annotation_specs, project, query_params={"v": "3"}))
box = {
    "label_id": "car",
    "label_name": message("car", "車"),
    "keybind": [],
    "annotation_type": "bounding_box",
    "field_values": {},
    "additional_data_definitions": ["occluded", "colour"],
    "color": {"red": 255, "green": 0, "blue": 0},
    "metadata": {},
}
mask = {**box, "label_id": "road", "label_name": message("road", "道路"), "annotation_type": "segmentation_v2", "additional_data_definitions": []}
attribute = {"additional_data_definition_id": "occluded", "read_only": False, "name": message("occluded", "隠れ"), "keybind": [], "type": "flag", "choices": [], "metadata": {}}
colour = {
    **attribute,
    "additional_data_definition_id": "colour",
    "name": message("colour", "色"),
    "type": "choice",
    "choices": [{"choice_id": "red", "name": message("red", "赤"), "keybind": []}],
}
call(
    api.put_annotation_specs,
    project,
    query_params={"v": "3"},
    request_body={
        "labels": [box, mask],
        "additionals": [attribute, colour],
        "restrictions": [],
        "inspection_phrases": [{"id": "loose", "text": message("loose", "ゆるい")}],
        "format_version": specs.get("format_version", "3.1.0"),
        "comment": "by the Python client",
        "auto_marking": False,
        "metadata": {},
        "last_updated_datetime": specs.get("updated_datetime"),
    },
)
call(api.get_annotation_specs_histories, project)
specs = content(call(api.get_annotation_specs, project, query_params={"v": "3"}))
accessor = AnnotationSpecsAccessor(specs)
call.expect("the label is found by its English name", accessor.get_label(label_name="car")["label_id"] == "car")

# --- members
for member in ("demo_worker", "demo_accepter"):
    role = "worker" if member == "demo_worker" else "accepter"
    call(api.put_project_member, project, member, request_body={"member_status": "active", "member_role": role})
call(api.get_project_members, project)
call(wrapper.get_all_project_members, project)
call(api.get_project_member, project, "demo_worker")
call(wrapper.get_project_member_or_none, project, "nobody")

# --- input data from a file, supplementary data
image = folder / "image.png"
image.write_bytes(PNG)
for index in (1, 2, 3):
    call(wrapper.put_input_data_from_file, project, f"image-{index}", str(image), request_body={"input_data_name": f"dir/image-{index}.png"})
temporary = content(call(api.create_temp_path, project))
call(wrapper.upload_file_to_s3, project, str(image), "image/png")
path = call(wrapper.upload_data_to_s3, project, PNG, "image/png")
call(api.put_input_data, project, "image-4", request_body={"input_data_name": "image-4.png", "input_data_path": path})
call(api.get_input_data, project, "image-1")
call(wrapper.get_input_data_or_none, project, "no-such-image")
call(api.get_input_data_list, project)
call(wrapper.get_all_input_data_list, project)
call(api.get_input_data_in_bulk, project, query_params={"input_data_id": "image-1,image-2"})
call(api.delete_input_data, project, "image-4")
call(wrapper.put_input_data_from_file, project, "image-5", str(image))
call(api.batch_update_inputs, project, request_body=[{"project_id": project, "input_data_id": "image-5", "_type": "Delete"}])
call(
    wrapper.put_supplementary_data_from_file,
    project,
    "image-1",
    "note",
    str(image),
    {"supplementary_data_name": "note.png", "supplementary_data_type": "image", "supplementary_data_number": 1},
)
call(api.get_supplementary_data_list, project, "image-1")
call(wrapper.get_supplementary_data_list_or_none, project, "image-1")
call(api.get_supplementary_data_in_bulk, project, query_params={"input_data_id": "image-1"})
call(
    api.put_supplementary_data,
    project,
    "image-2",
    "link",
    request_body={
        "supplementary_data_name": "link",
        "supplementary_data_path": "https://example.com/a.txt",
        "supplementary_data_type": "text",
        "supplementary_data_number": 1,
    },
)
call(api.delete_supplementary_data, project, "image-2", "link")

# --- tasks
call(api.put_task, project, "task-a", request_body={"input_data_id_list": ["image-1"]})
csv = folder / "tasks.csv"
csv.write_text("task-b,dir/image-2.png,image-2\ntask-c,dir/image-3.png,image-3\n", encoding="utf-8")
call(wrapper.initiate_tasks_generation_by_csv, project, str(csv))
call(wrapper.wait_for_completion, project, ProjectJobType.GEN_TASKS, job_access_interval=1, max_job_access=20)
call(api.get_task, project, "task-a")
call(wrapper.get_task_or_none, project, "no-such-task")
tasks = content(call(api.get_tasks, project, query_params={"phase": "annotation", "sort": "task_id"}))
call.expect("the generated tasks are listed", [task["task_id"] for task in tasks.get("list", [])] == ["task-a", "task-b", "task-c"])
call(wrapper.get_all_tasks, project, query_params={"no_user": "true"})
call(api.get_tasks_in_bulk, project, query_params={"task_id": "task-a,task-b"})
call(api.patch_tasks_metadata, project, request_body={"task-a": {"priority": 1}})
call(api.assign_tasks, project, request_body={"request_type": {"_type": "Selection", "user_id": user_id, "task_ids": ["task-a"]}})

# --- annotations of a task at work
call(wrapper.change_task_status_to_working, project, "task-a")
call(wrapper.change_task_status_to_break, project, "task-a")
call(wrapper.change_task_status_to_working, project, "task-a")
call(wrapper.change_task_status_to_on_hold, project, "task-a")
call(wrapper.change_task_status_to_working, project, "task-a")
editor = content(call(api.get_editor_annotation, project, "task-a", "image-1", query_params={"v": "2"}))
annotation_id = str(uuid.uuid4())
call(
    api.put_annotation,
    project,
    "task-a",
    "image-1",
    query_params={"v": "2"},
    request_body={
        "project_id": project,
        "task_id": "task-a",
        "input_data_id": "image-1",
        "details": [
            {
                "_type": "Create",
                "annotation_id": annotation_id,
                "label_id": "car",
                "additional_data_list": [{"definition_id": "occluded", "value": {"_type": "Flag", "value": True}}],
                "editor_props": {},
                "body": {
                    "_type": "Inner",
                    "data": {"_type": "BoundingBox", "left_top": {"x": 0, "y": 0}, "right_bottom": {"x": 1, "y": 1}},
                },
            }
        ],
        "updated_datetime": editor.get("updated_datetime"),
        "format_version": "2.0.0",
    },
)
call(api.get_annotation, project, "task-a", "image-1")
call(wrapper.get_editor_annotation_or_none, project, "task-a", "image-1", query_params={"v": "2"})
call(api.get_editor_annotations_in_bulk, project, "task-a", query_params={"input_data_id": "image-1"})
annotations = content(call(api.get_annotation_list, project, query_params={"v": "2", "query": {"label_id": "car"}}))
call(wrapper.get_all_annotation_list, project, query_params={"v": "2", "query": {"task_id": "task-a"}})
comment_id = str(uuid.uuid4())
call(
    api.batch_update_comments,
    project,
    "task-a",
    "image-1",
    query_params={"v": "2"},
    request_body=[
        {
            "_type": "Put",
            "comment_id": comment_id,
            "phase": "annotation",
            "phase_stage": 1,
            "account_id": account.get("account_id"),
            "comment_type": "onhold",
            "comment": "どこまで?",
            "comment_node": {"_type": "Root", "status": "open"},
        }
    ],
)
call(api.get_comments, project, "task-a", "image-1", query_params={"v": "2"})
call(api.get_inspections, project, "task-a", "image-1")
call(api.get_task_histories, project, "task-a")
call(wrapper.get_task_histories_or_none, project, "task-a")

# --- on to acceptance
call(wrapper.complete_task, project, "task-a")
call(wrapper.cancel_submitted_task, project, "task-a")
call(wrapper.change_task_status_to_working, project, "task-a")
call(wrapper.complete_task, project, "task-a")
for phase in ("inspection", "acceptance"):
    call(wrapper.change_task_operator, project, "task-a", operator_account_id=account.get("account_id"))
    call(wrapper.change_task_status_to_working, project, "task-a")
    call(wrapper.complete_task, project, "task-a")
done = wrapper.get_task_or_none(project, "task-a")
call.expect("the task is accepted", done is not None and (done["phase"], done["status"]) == ("acceptance", "complete"))
call(wrapper.cancel_completed_task, project, "task-a", operator_account_id=account.get("account_id"))
call(wrapper.reject_task, project, "task-a", force=True)
found = call(wrapper.get_all_annotation_list, project, query_params={"v": "2", "query": {"task_id": "task-a"}})
if found:
    call(
        api.batch_update_annotations,
        project,
        query_params={"v": "2"},
        request_body=[
            {
                "_type": "Delete",
                "project_id": project,
                "task_id": "task-a",
                "input_data_id": "image-1",
                "annotation_id": found[0]["detail"]["annotation_id"],
                "updated_datetime": found[0]["updated_datetime"],
            }
        ],
    )

# --- instructions
call(api.put_instruction, project, request_body={"html": "<p>手順</p>"})
call(wrapper.upload_instruction_image, project, "crossing", str(image))
call(wrapper.upload_data_as_instruction_image, project, "crossing-2", PNG, "image/png")
call(api.get_instruction_images, project)
history = content(call(api.get_instruction_history, project))
if history:
    call(api.get_instruction, project, query_params={"history_id": history[0]["history_id"]})
call(wrapper.get_latest_instruction, project)
call(api.delete_instruction_image, project, "crossing")

# --- jobs, archives, list files
call(api.post_annotation_archive_update, project)
call(wrapper.wait_until_job_finished, project, ProjectJobType.GEN_ANNOTATION, job_access_interval=1, max_job_access=20)
call(wrapper.can_execute_job, project, ProjectJobType.GEN_ANNOTATION)
call(wrapper.wait_until_job_is_executable, project, ProjectJobType.GEN_ANNOTATION)
call(wrapper.job_in_progress, project, ProjectJobType.GEN_ANNOTATION)
call(api.get_annotation_archive, project)
archive = folder / "simple.zip"
call(wrapper.download_annotation_archive, project, str(archive))
if archive.exists():
    parsed = call(lambda: [parser.parse() for parser in lazy_parse_simple_annotation_zip(archive)], name="parser.lazy_parse_simple_annotation_zip")
    call.expect("the archive has the frames of three tasks", len(parsed or []) == 3)
call(wrapper.download_full_annotation_archive, project, str(folder / "full.zip"))
call(api.post_project_tasks_update, project)
call(wrapper.wait_until_job_finished, project, ProjectJobType.GEN_TASKS_LIST, job_access_interval=1, max_job_access=20)
call(api.post_project_inputs_update, project)
call(wrapper.wait_until_job_finished, project, ProjectJobType.GEN_INPUTS_LIST, job_access_interval=1, max_job_access=20)
call(wrapper.download_project_tasks_url, project, str(folder / "tasks.json"))
call(wrapper.download_project_inputs_url, project, str(folder / "inputs.json"))
call(wrapper.download_project_comments_url, project, str(folder / "comments.json"))
call(wrapper.download_project_inspections_url, project, str(folder / "inspections.json"))
call(wrapper.download_project_task_histories_url, project, str(folder / "histories.json"))
call(wrapper.download_project_task_history_events_url, project, str(folder / "events.json"))
jobs = content(call(api.get_project_job, project, query_params={"type": "gen-annotation"}))
call(wrapper.get_all_project_job, project)
if jobs and jobs.get("list"):
    call(api.delete_project_job, project, "gen-annotation", jobs["list"][0]["job_id"])
call(wrapper.delete_all_succeeded_job, project, ProjectJobType.GEN_TASKS)

# --- statistics
call(api.get_statistics_available_dates, project)
call(wrapper.get_label_statistics, project)
for function in (
    wrapper.get_account_daily_statistics,
    wrapper.get_inspection_daily_statistics,
    wrapper.get_phase_daily_statistics,
    wrapper.get_task_daily_statistics,
    wrapper.get_worktime_daily_statistics,
):
    call(function, project, from_date="2026-01-01", to_date="2026-06-30")
call(wrapper.get_worktime_daily_statistics_by_account, project, account.get("account_id"), from_date="2026-01-01", to_date="2026-06-30")
for function in (
    api.get_account_daily_statistics,
    api.get_inspection_daily_statistics,
    api.get_phase_daily_statistics,
    api.get_task_daily_statistics,
    api.get_worktime_daily_statistics,
):
    call(function, project, query_params=TODAY)
markers = content(call(api.get_markers, project))
call(
    api.put_markers,
    project,
    request_body={
        "markers": [{"marker_id": "start", "title": "開始", "graph_type": "task_progress", "marked_at": "2026-01-05T10:00:00.000+09:00"}],
        "last_updated_datetime": (markers or {}).get("updated_datetime"),
    },
)
call(api.get_project_extra_data_kinds, project)

# --- webhooks
webhook = {
    "project_id": project,
    "event_type": "task-completed",
    "webhook_id": "done",
    "webhook_status": "inactive",
    "method": "POST",
    "headers": [{"name": "Content-Type", "value": "application/json"}],
    "body": '{"task_id":"{{TASK_ID}}"}',
    "url": "http://127.0.0.1:9/",
}
call(api.put_webhook, project, "done", request_body=webhook)
call(api.get_webhooks, project)
call(api.test_webhook, project, "done", request_body={"placeholders": {"TASK_ID": "task-a"}})
call(api.delete_webhook, project, "done")

# --- copies, and the end
call(api.initiate_project_copy, project, request_body={"dest_project_id": project + "-copy", "dest_title": "写し", "copy_inputs": True})
call(wrapper.wait_for_completion, project, ProjectJobType.COPY_PROJECT, job_access_interval=1, max_job_access=20)
call(wrapper.get_annotation_specs_relation, project, project + "-copy")
call(api.delete_task, project, "task-c")
call(api.batch_update_tasks, project, request_body=[{"project_id": project, "task_id": "task-b", "_type": "Delete"}])
present = content(call(api.get_project, project))
suspended = content(
    call(
        api.put_project,
        project,
        query_params={"v": "2"},
        request_body={
            "title": "試験",
            "status": "suspended",
            "configuration": present.get("configuration", {}),
            "force_suspend": True,
            "last_updated_datetime": present.get("updated_datetime"),
        },
    )
)
call(api.delete_project, project)

call.report()
