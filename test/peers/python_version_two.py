"""Reads version 2 of an Annofab, by signed cookies: `python python_version_two.py URL USER PASSWORD`."""

from __future__ import annotations

import sys

import annofabapi
from calls import Calls

url, user_id, password = sys.argv[1:4]
call = Calls()
service = annofabapi.build(user_id, password, endpoint_url=url)
api, api2 = service.api, service.api2
PROJECT, ORGANIZATION = "demo-project", "demo-org"
DAYS = {"from": "2026-01-01", "to": "2026-01-31"}

account_id = api.account_id
organization_id = api.get_organization(ORGANIZATION)[0]["organization_id"]

call(api2.get_account_v2, account_id)
call(api2.get_user_organizations_v2, account_id)
call(api2.get_user_project_members_v2, account_id)
call(api2.get_user_cache_v2, account_id)
call(api2.get_organization_v2, organization_id)
call(api2.get_organization_by_name_v2, ORGANIZATION)
call(api2.get_organization_cache_v2, organization_id)
call(api2.get_organization_cache_by_name_v2, ORGANIZATION)
call(api2.get_organization_members_v2, organization_id)
call(api2.get_organization_member_v2, organization_id, user_id)
stamps, _ = call(api2.get_project_cache_v2, PROJECT) or ({}, None)
call(api2.get_annotation_specs_v2, PROJECT, query_params={"cache": stamps.get("specs")})
call(api2.get_project_members_v2, PROJECT, query_params={"cache": stamps.get("members")})
call(api2.get_project_member_v2, PROJECT, user_id)
counted, _ = call(api2.get_project_task_count_v2, organization_id, PROJECT) or ({}, None)
call.expect("eight tasks are counted", sum(one["count"] for one in counted.get("task_counts", [])) == 8)
call(api2.get_label_statistics_v2, PROJECT)
call(api2.get_account_daily_statistics_v2, PROJECT, query_params=DAYS)
call(api2.get_inspection_daily_statistics_v2, PROJECT, query_params=DAYS)
call(api2.get_phase_daily_statistics_v2, PROJECT, query_params=DAYS)
call(api2.get_task_daily_statistics_v2, PROJECT, query_params=DAYS)
call(api2.get_worktime_daily_statistics_v2, PROJECT, query_params=DAYS)
call(api2.get_worktime_daily_statistics_by_account_v2, PROJECT, account_id, query_params=DAYS)

call.report()
