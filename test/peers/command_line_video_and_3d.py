"""Works on videos and point clouds: `python command_line_video_and_3d.py URL USER PASSWORD`."""

from __future__ import annotations

import json
import struct

from cli import ORGANIZATION, call, cli, folder, out, write

EDITOR_3D = "bdc16348-107e-4fbc-af4a-e482bc84a60f"
CUBOID = {
    "kind": "CUBOID",
    "shape": {
        "dimensions": {"width": 1.8, "height": 1.5, "depth": 4.4},
        "location": {"x": 12.5, "y": -2.25, "z": 0.75},
        "rotation": {"x": 0, "y": 0, "z": 1.5},
        "direction": {"front": {"x": 0, "y": 1, "z": 0}, "up": {"x": 0, "y": 0, "z": 1}},
    },
    "version": "2",
}


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def make_project(project: str, kind: str, file: bytes, *options: str) -> None:
    """Two tasks of an input data each."""
    (folder / f"{project}.mp4").write_bytes(file)
    cli("project", "create", "-org", ORGANIZATION, "--title", project, "--input_data_type", kind, "--project_id", project, *options)
    inputs = [{"input_data_id": f"in-{n}", "input_data_name": f"{n}.mp4", "input_data_path": f"file://{folder}/{project}.mp4"} for n in (1, 2)]
    cli("input_data", "create", "-p", project, "--json", write("inputs.json", inputs), "--allow_duplicated_input_data")
    tasks = [{"task_id": f"t-{n}", "input_data_id_list": [f"in-{n}"]} for n in (1, 2)]
    cli("task", "create", "-p", project, "--json", write("tasks.json", tasks))


# --- a video of two minutes
header = struct.pack(">IIIII", 0, 0, 0, 1000, 120_000)
make_project("video", "movie", box(b"ftyp", b"isom0000") + box(b"moov", box(b"mvhd", header)))
cli("annotation_specs", "add_labels", "-p", "video", "--label_name_en", "walk", "--annotation_type", "range")
cli("annotation_specs", "add_attribute", "-p", "video", "--attribute_type", "flag", "--attribute_name_en", "fast", "--label_name_en", "walk")
cli("annotation_specs", "update_option", "-p", "video", "--option_json", '{"can_overwrap": false}')
walk = {"task_id": "t-1", "input_data_id": "in-1", "label": "walk", "data": {"_type": "Range", "begin": 1000, "end": 5000}, "attributes": {"fast": True}}
cli("annotation", "create", "-p", "video", "--json", write("walk.json", [walk]))
ranges = json.loads(cli("annotation_zip", "list_range_annotation", "-p", "video", "-f", "json", "--latest") or "[]")
call.expect("the range is in the archive", [one["duration_second"] for one in ranges] == [4])
cli("annotation_zip", "sum_annotation_duration_by_label", "-p", "video")
cli("annotation_zip", "sum_annotation_duration_by_attribute_value", "-p", "video")
cli("annotation_zip", "visualize_annotation_duration_by_label", "-p", "video", "-o", out("by-label.html"))
cli("annotation_zip", "visualize_annotation_duration_by_attribute_value", "-p", "video", "-o", out("by-value.html"))
lengths = json.loads(cli("task", "list_video_duration", "-p", "video", "-f", "json") or "[]")
call.expect("the videos' length is known", [one["video_duration_second"] for one in lengths] == [120, 120])
cli("task", "visualize_video_duration", "-p", "video", "-o", out("videos.html"))
cli("task_count", "list_by_phase", "-p", "video", "--unit", "video_duration_hour")
cli("statistics", "list_annotation_duration", "-p", "video")
cli("statistics", "list_video_duration", "-p", "video")
cli("statistics", "visualize_annotation_duration", "-p", "video", "-o", out("durations"))
cli("statistics", "visualize_annotation_count", "-p", "video", "-o", out("counts"))
cli("statistics", "visualize_video_duration", "-p", "video", "-o", out("lengths.html"))
cli("statistics", "summarize_task_count_by_task_id_group", "-p", "video", "--task_id_delimiter", "-")
cli("statistics", "visualize", "-p", "video", "-o", out("figures/video"), "--minimal")
cli("stat_visualization", "write_graph", "--dir", out("figures/video"), "-o", out("graph"), "--minimal")
cli("stat_visualization", "mask_user_info", "--dir", out("figures/video"), "-o", out("masked"), "--minimal")

# --- a point cloud
make_project("cloud", "custom", b"any bytes will do", "--plugin_id", EDITOR_3D)
cli("annotation_specs", "add_labels", "-p", "cloud", "--label_name_en", "car", "--annotation_type", "user_bounding_box")
cli("annotation_specs", "add_labels", "-p", "cloud", "--label_name_en", "kerb", "--annotation_type", "user_instance_segment")
segment = {"kind": "SEGMENT", "points": [0, 1, 5], "version": "1"}
details = [
    {"label": "car", "annotation_id": "c", "data": {"_type": "Unknown", "data": json.dumps(CUBOID)}, "attributes": {}},
    {"label": "kerb", "annotation_id": "k", "data": {"_type": "Unknown", "data": "./in-1/k"}, "attributes": {}},
]
(folder / "made" / "t-1" / "in-1").mkdir(parents=True)
write("made/t-1/in-1.json", {"details": details})
write("made/t-1/in-1/k", segment)
cli("annotation", "import", "-p", "cloud", "--annotation", str(folder / "made"))
cuboids = json.loads(cli("annotation_zip", "list_3d_bounding_box_annotation", "-p", "cloud", "-f", "json", "--latest") or "[]")
call.expect("the cuboid is in the archive", [one["dimensions"]["width"] for one in cuboids] == [1.8])
segments = json.loads(cli("annotation_zip", "list_3d_segment_annotation", "-p", "cloud", "-f", "json") or "[]")
call.expect("the segment's points are in the archive", [one["point_count"] for one in segments] == [3])
cli("annotation", "download", "-p", "cloud", "-o", out("cloud.zip"))
cli("annotation", "import", "-p", "cloud", "--annotation", out("cloud.zip"), "--overwrite")
cli("annotation", "copy", "-p", "cloud", "--input", "t-1:t-2")
copied = json.loads(cli("annotation", "list", "-p", "cloud", "-t", "t-2", "-f", "json") or "[]")
call.expect("a copy has the segment too", {one["detail"]["annotation_id"] for one in copied} == {"c", "k"})

call.report()
