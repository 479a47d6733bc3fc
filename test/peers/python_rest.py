"""What the other script of the Python client has no place for: `python python_rest.py URL USER PASSWORD`."""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from pathlib import Path
from urllib.request import urlopen

import annofabapi
from annofabapi.wrapper import TaskFrameKey
from calls import Calls

url, user_id, password = sys.argv[1:4]
call = Calls()
service = annofabapi.build(user_id, password, endpoint_url=url)
api, wrapper = service.api, service.wrapper
folder = Path(tempfile.mkdtemp(prefix="annofab-peers-"))
P, T = "demo-project", "task-8"
ORGANIZATION = "peers"


def content(answer):
    return answer[0] if answer else {}


def with_token(token: str) -> annofabapi.Resource:
    return annofabapi.build(pat=token, endpoint_url=url)


# --- the session
call(api.login)
call(api.refresh_token)
careful = annofabapi.build("demo_mfa", "demo-mfa-password", endpoint_url=url)
call(careful.api.login, mfa_code="123456", name="AnnofabApi.login with a second factor")
call.expect("who has a second factor is logged in", content(careful.api.get_my_account()).get("user_id") == "demo_mfa")

# --- annotations copied, fetched and made of an archive's JSON
call(wrapper.copy_annotation, TaskFrameKey(P, "task-1", "task-1-frame-1"), TaskFrameKey(P, T, "task-8-frame-1"))
frame = content(call(api.get_editor_annotation, P, T, "task-8-frame-1", query_params={"v": "2"}))
masks = [detail for detail in frame.get("details", []) if detail["body"]["_type"] == "Outer"]
call.expect("the copy has files of its own", len(masks) == 3 and T in masks[0]["body"]["url"])
call(wrapper.execute_http_get, masks[0]["body"]["url"])
call(wrapper.download, masks[0]["body"]["url"], folder / "mask.png")
call(api.post_annotation_archive_update, P)
call(wrapper.download_annotation_archive, P, str(folder / "simple.zip"))
with zipfile.ZipFile(folder / "simple.zip") as archive:
    archive.extractall(folder / "archive")
specs = content(call(api.get_annotation_specs, P, query_params={"v": "2"}))
source = folder / "archive" / "task-1" / "task-1-frame-1.json"
call(wrapper.put_annotation_for_simple_annotation_json, P, T, "task-8-frame-2", str(source), specs["labels"], specs["additionals"])
made = content(call(api.get_annotation, P, T, "task-8-frame-2"))
call.expect("the annotations of the file are there", len(made.get("details", [])) >= 10)

# --- what the checker of a task writes
checker = with_token("demo-accepter-pat")
inspection = {
    "project_id": P,
    "task_id": "task-1",
    "input_data_id": "task-1-frame-1",
    "inspection_id": "loose",
    "phase": "acceptance",
    "phase_stage": 1,
    "commenter_account_id": checker.api.account_id,
    "data": {"_type": "Point", "x": 1, "y": 1},
    "phrases": [],
    "comment": "ゆるい",
    "status": "annotator_action_required",
    "created_datetime": "2026-01-05T10:00:00.000+09:00",
    "updated_datetime": "2026-01-05T10:00:00.000+09:00",
}
call(checker.api.batch_update_inspections, P, "task-1", "task-1-frame-1", request_body=[{"_type": "Put", "data": inspection}])

# --- extra data
for kind in content(call(api.get_project_extra_data_kinds, P)):
    scope = {"user_scope": kind["scope"] == "user"}
    call(api.put_project_extra_data, P, kind["id"], query_params=scope, request_body={"value": {"theme": "暗い"}})
    call(api.get_project_extra_data, P, kind["id"], query_params=scope)

# --- thumbnails, which custom projects have
cloud = {"title": "点群", "status": "active", "input_data_type": "custom", "organization_name": "demo-org", "configuration": {}}
call(api.put_project, "cloud", query_params={"v": "2"}, request_body=cloud)
path = call(wrapper.upload_data_to_s3, "cloud", b"any bytes will do", "application/octet-stream")
call(api.put_input_data, "cloud", "frame", request_body={"input_data_name": "frame.bin", "input_data_path": path})
call(api.put_task, "cloud", "task", request_body={"input_data_id_list": ["frame"]})
empty = {"project_id": "cloud", "task_id": "task", "input_data_id": "frame", "details": [], "format_version": "2.0.0"}
saved = content(call(api.put_annotation, "cloud", "task", "frame", query_params={"v": "2"}, request_body=empty))
thumbnails = {"images": [], "annotations": {}, "annotation_updated_datetime": saved.get("updated_datetime")}
call(api.put_annotation_thumbnail, "cloud", "task", "frame", request_body=thumbnails)
call(api.get_annotation_thumbnail, "cloud", "task", "frame")

# --- an organization, from its beginning to its end
call(api.create_new_organization, request_body={"organization_name": "new", "organization_email": "peers@example.com"})
present = content(call(api.get_organization, "new"))
renamed = {"organization_name": ORGANIZATION, "organization_email": "peers@example.com", "last_updated_datetime": present.get("updated_datetime")}
call(api.put_organization, "new", request_body=renamed)
call(api.invite_organization_member, ORGANIZATION, "demo_mfa", request_body={"role": "contributor"})
with urlopen(f"{url}/__emulator/mails") as mails:
    code = json.load(mails)[-1]["code"]
call(with_token("demo-mfa-pat").api.accept_organization_invitation, ORGANIZATION, "demo_mfa", request_body={"token": code})
member = content(call(api.get_organization_member, ORGANIZATION, "demo_mfa"))
call.expect("who accepts is a member", member.get("status") == "active")
call(api.update_organization_member_role, ORGANIZATION, "demo_mfa", request_body={"role": "administrator", "last_updated_datetime": member.get("updated_datetime")})
call(api.delete_organization_member, ORGANIZATION, "demo_mfa")
provider = {
    "client_id": "client",
    "client_secret": "secret",
    "attributes_request_method": "GET",
    "endpoints": {"_type": "IssuerOnly", "issuer": "https://idp.example.com"},
    "attribute_mapping": {"email": "email", "name": "name"},
}
call(api.put_organization_idp, ORGANIZATION, "sso", request_body=provider)
call(api.delete_organization_idp, ORGANIZATION, "sso")
call(api.get_organization_usage_status_detail, ORGANIZATION, "2026-01")
call(api.delete_organization, ORGANIZATION)

# --- the addresses of what is downloaded
call(api.get_project_comments_url, P)
call(api.get_project_inputs_url, P)
call(api.get_project_inspections_url, P)
call(api.get_project_tasks_url, P)
call(api.get_project_task_histories_url, P)
call(api.get_project_task_history_events_url, P)
call(api.get_label_statistics, P)
call(api.get_archive_full_with_pro_id, P)
call(api.get_worktime_daily_statistics_by_account, P, api.account_id, query_params={"from": "2026-01-01", "to": "2026-01-31"})

call(api.logout)
call.report()
