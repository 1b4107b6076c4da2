"""Who may hand in documents: only what is certain to be this machine, or a steward who is logged in and named."""

from types import SimpleNamespace

import pytest

from pages.components import hak


def reader(monkeypatch, *, ip=None, headers=None, user=None):
    context = SimpleNamespace(ip_address=ip, headers=headers if headers is not None else {"Host": "127.0.0.1:8501"})
    monkeypatch.setattr(hak.st, "context", context)
    logged_in = {"is_logged_in": True, **user} if user else {"is_logged_in": False}

    class User(dict):
        is_logged_in = logged_in["is_logged_in"]

    monkeypatch.setattr(hak.st, "user", User(logged_in))


@pytest.mark.parametrize(
    ("ip", "headers", "may"),
    [
        (None, {"Host": "127.0.0.1:8501"}, True),
        (None, {"Host": "localhost:8501"}, True),
        (None, {"Host": "[::1]:8501"}, True),
        ("10.0.0.7", {"Host": "127.0.0.1:8501"}, False),
        (None, {"Host": "selaras.kpu.go.id"}, False),
        (None, {"Host": "127.0.0.1:8501", "X-Forwarded-For": "10.0.0.7"}, False),
        (None, {"Host": "127.0.0.1:8501", "Forwarded": "for=10.0.0.7"}, False),
        (None, {}, False),
    ],
)
def test_only_a_browser_on_this_machine_counts_as_local(monkeypatch, ip, headers, may):
    reader(monkeypatch, ip=ip, headers=headers)
    found = hak.unggah()
    assert (found.boleh, found.nama) == (may, None)
    assert bool(found.alasan) != may


@pytest.mark.parametrize(
    ("user", "may"),
    [
        ({"email": "Siti@kpu.go.id"}, True),
        ({"email": "siti@kpu.go.id", "email_verified": False}, False),
        ({"email": "budi@kpu.go.id"}, False),
        ({}, False),
    ],
)
def test_a_named_steward_may_from_anywhere_and_is_known_by_name(monkeypatch, user, may):
    monkeypatch.setenv("SELARAS_PENGELOLA", "ani@kpu.go.id, siti@kpu.go.id")
    reader(monkeypatch, ip="10.0.0.7", headers={"Host": "selaras.kpu.go.id"}, user=user or {"name": "x"})
    found = hak.unggah()
    assert found.boleh == may
    assert found.nama == ("siti@kpu.go.id" if may else None)


def test_the_setting_closes_the_door(monkeypatch):
    reader(monkeypatch)
    monkeypatch.setenv("SELARAS_UNGGAH", "pengelola")
    assert not hak.unggah().boleh
    monkeypatch.setenv("SELARAS_UNGGAH", "tertutup")
    monkeypatch.setenv("SELARAS_PENGELOLA", "siti@kpu.go.id")
    reader(monkeypatch, user={"email": "siti@kpu.go.id"})
    assert "ditutup" in hak.unggah().alasan


def test_an_unknown_setting_opens_nothing_for_others(monkeypatch):
    reader(monkeypatch)
    monkeypatch.setenv("SELARAS_UNGGAH", "semua orang")
    assert not hak.unggah().boleh
