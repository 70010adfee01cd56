"""The sample's own data files, as plain values. Knows where they lie, not what they mean."""

from importlib.resources import files

from data_access.yaml_files import load_yaml

Plain = dict[str, object]


def text_of(name: str) -> str:
    return files("sample_data").joinpath(name).read_text("utf-8")


def read(name: str) -> Plain:
    found, issues = load_yaml(text_of(name))
    if issues or not isinstance(found, dict):
        raise ValueError(f"{name}: {issues}")
    return found
