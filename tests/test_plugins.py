"""Plug-ins are found by name, imported on first use, and named when they are broken."""

import sys

import pytest

from claimtrack import plugins
from claimtrack.core.errors import PluginError

GROUP = "claimtrack.tests"


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a package with one entry point on the path, as pip would."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = set(sys.modules)

    def add(package, name, target, code=""):
        module = target.partition(":")[0]
        (tmp_path / f"{module}.py").write_text(code)
        info = tmp_path / f"{package.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {target}\n")
        plugins.forget()

    plugins.forget()
    yield add
    plugins.forget()
    for module in set(sys.modules) - before:
        del sys.modules[module]


def test_a_group_without_plugins_has_no_names():
    assert plugins.names("claimtrack.nothing") == ()


def test_a_plugin_is_listed_without_being_imported(install):
    install("claimtrack-b", "b", "plug_b:run", "raise SystemError")
    install("claimtrack-a", "a", "plug_a:run", "run = 7")
    assert plugins.names(GROUP) == ("a", "b")
    assert "plug_a" not in sys.modules


def test_a_plugin_is_the_object_of_its_entry_point_and_loaded_once(install):
    install("claimtrack-a", "a", "plug_a:run", "run = object()")
    assert plugins.load(GROUP, "a") is plugins.load(GROUP, "a")


def test_found_plugins_are_cached_until_forget_is_called(install, tmp_path):
    install("claimtrack-a", "a", "plug_a:run", "run = 7")
    assert plugins.names(GROUP) == ("a",)
    (tmp_path / "claimtrack_a-1.0.dist-info" / "entry_points.txt").unlink()
    assert plugins.names(GROUP) == ("a",)
    plugins.forget()
    assert plugins.names(GROUP) == ()


def test_an_unknown_plugin_is_refused_naming_the_installed_ones(install):
    install("claimtrack-a", "a", "plug_a:run", "run = 7")
    with pytest.raises(PluginError, match=r"there is no plug-in 'z' in claimtrack\.tests. Installed: a"):
        plugins.load(GROUP, "z")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("1 / 0", "ZeroDivisionError"),
        ("raise SystemExit('no licence')", "SystemExit: no licence"),
        ("", "AttributeError"),
    ],
)
def test_a_plugin_that_fails_to_load_is_named_with_package_and_reason(install, code, reason):
    install("claimtrack-a", "a", "plug_a:run", code)
    with pytest.raises(PluginError) as caught:
        plugins.load(GROUP, "a")
    assert "'a' of claimtrack-a 1.0 cannot be loaded" in str(caught.value)
    assert reason in str(caught.value)


def test_two_packages_offering_the_same_plugin_are_both_named(install):
    install("claimtrack-a", "x", "plug_a:run", "run = 7")
    install("claimtrack-b", "x", "plug_b:run", "run = 8")
    with pytest.raises(PluginError, match=r"claimtrack-(a|b) 1\.0 and claimtrack-(a|b) 1\.0 both offer 'x'"):
        plugins.load(GROUP, "x")
