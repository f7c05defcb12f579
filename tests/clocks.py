"""What a desk holds whose computer had a wrong clock."""

from claimtrack.store.file.database import write_transaction


def date_last_change(db, table, moment):
    """Give the last change of a table this time, as a wrong clock would."""
    [[rule]] = db.execute("select sql from sqlite_master where name = 'history_is_not_updated'")
    last = "(select max(id) from history where table_name = ?)"
    with write_transaction(db, None):
        db.execute("drop trigger history_is_not_updated")
        db.execute(f"update history set happened_at = ? where id = {last}", [moment, table])
        if table == "notes":
            db.execute("update notes set created_at = ? where id = (select max(id) from notes)", [moment])
        db.execute(rule)
