"""`knoop analyse --engine spark`: what is refused before Spark is started."""

import sys

import pytest

from knoop.cli import analyse_spark, machine
from knoop.cli.__main__ import main
from knoop.distributed import NoSpark, spark_session


@pytest.fixture
def refused(capsys, tmp_path):
    def run(*words):
        code = main(["analyse", str(tmp_path / "log.parquet"), *words])
        return code, capsys.readouterr().err

    return run


@pytest.fixture
def java(monkeypatch):
    monkeypatch.setattr(analyse_spark, "found_java", lambda: "/usr/bin/java")


@pytest.mark.parametrize("words", [("--report", "report.html"), ("--names",)])
def test_what_needs_a_report_is_refused_and_says_why(refused, words):
    code, said = refused("--engine", "spark", "--json", "-", *words)
    assert code == 2
    assert "--report and --names need figures that --engine spark doesn't measure" in said


def test_without_a_place_for_the_figures_it_is_refused(refused):
    code, said = refused("--engine", "spark")
    assert (code, "Add --json FILE" in said) == (2, True)


def test_a_setting_without_a_value_is_refused(refused):
    code, said = refused("--engine", "spark", "--json", "-", "--conf", "spark.executor.cores")
    assert (code, "--conf spark.executor.cores: no value" in said) == (2, True)


def test_without_pyspark_the_remedy_is_told(refused, java, monkeypatch):
    monkeypatch.setattr("knoop.distributed.session.is_installed", lambda: False)
    code, said = refused("--engine", "spark", "--json", "-")
    assert (code, "pip install 'knoop[spark]'" in said) == (2, True)


def test_without_java_the_work_fails_and_the_remedy_is_told(refused, monkeypatch):
    monkeypatch.setattr(analyse_spark, "found_java", lambda: "")
    code, said = refused("--engine", "spark", "--json", "-")
    assert (code, "Spark needs Java 17 or newer" in said) == (1, True)


def test_an_address_without_spark_is_refused(capsys):
    assert main(["analyse", "s3a://logs/2026/"]) == 2
    assert "s3a://logs/2026/: addresses are read with --engine spark only." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "found"),
    [('openjdk version "17.0.15" 2025-04-15', True), ('java version "1.8.0_402"', False), ("nothing", False)],
)
def test_a_java_is_found_when_it_is_new_enough(tmp_path, monkeypatch, line, found):
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text(f"#!/bin/sh\necho '{line}' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert bool(machine.found_java()) == found


def test_a_session_without_pyspark_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(NoSpark, match=r"pip install 'knoop\[spark\]'"):
        spark_session()
