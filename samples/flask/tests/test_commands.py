from flask import Flask
from sqlalchemy import text

from desk.database import db, migrations


def test_user_names_are_unique(app: Flask) -> None:
    result = app.test_cli_runner().invoke(args=["accounts", "create", "ada", "--password", "x"])
    assert result.exit_code == 1
    assert "already" in result.output


def test_migration_keeps_the_notes(app: Flask) -> None:
    with app.app_context():
        migrations.downgrade("1795644127")
        db.session.execute(text("INSERT INTO note (title, body) VALUES ('Old', '')"))
        db.session.commit()
        migrations.upgrade()
        assert db.session.execute(text("SELECT title, pinned FROM note")).all() == [("Old", 0)]
