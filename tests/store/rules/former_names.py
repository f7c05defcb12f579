"""Rules for former names of tags and outlets."""

from claimtrack.core.errors import Refused
from tests.store.rules.rule import Rule

TAGS = "insert into tags (id, name) values (1, 'vaccine'), (2, 'Vacine'), (3, 'jabs')"
FORMER = "insert into former_names (id, kind, name, current_name) values (1, 'tag', 'vacine', 'vaccine')"
OUTLET = (
    "insert into former_names (kind, name, current_name) values ('outlet', 'example news', 'Example News')"
)
TAGGED = "insert into claim_tags (claim_id, tag_id) values (1, 2)"
CLAIM_TAGS = "select group_concat(name) from claim_tags join tags on tags.id = tag_id where claim_id = 1"
OUTLETS = "select group_concat(distinct outlet) from articles where outlet is not null"

RULES = [
    Rule(
        "claim_tags_get_the_current_tag",
        "a client that uses the former name sets the current tag",
        TAGGED,
        given=(TAGS, FORMER),
        then=(CLAIM_TAGS, "vaccine"),
    ),
    Rule(
        "claim_tags_get_the_current_tag",
        "a claim that has the current tag does not get it twice",
        TAGGED,
        given=(TAGS, FORMER, "insert into claim_tags (claim_id, tag_id) values (1, 1)"),
        then=(CLAIM_TAGS, "vaccine"),
    ),
    Rule(
        "claim_tags_get_the_current_tag",
        "a current tag that was deleted is created again",
        TAGGED,
        given=(TAGS, FORMER, "delete from tags where id = 1"),
        then=(CLAIM_TAGS, "vaccine"),
    ),
    Rule(
        "claim_tags_get_the_current_tag",
        "history records what was written and what it was changed to",
        TAGGED,
        given=(TAGS, FORMER),
        then=("select group_concat(operation) from history where table_name = 'claim_tags'", "insert,update"),
    ),
    Rule(
        "claim_tags_get_the_current_tag",
        "one statement may tag several claims",
        "insert into claim_tags (claim_id, tag_id) values (1, 2), (2, 2), (3, 3)",
        given=(TAGS, FORMER),
        then=("select group_concat(claim_id || ' ' || tag_id) from claim_tags", "1 1,2 1,3 3"),
    ),
    Rule(
        "claim_tags_refuse_former_names",
        "a tag cannot be changed to a former one",
        "update claim_tags set tag_id = 2",
        Refused,
        given=(TAGS, FORMER, "insert into claim_tags (claim_id, tag_id) values (1, 3)"),
    ),
    Rule(
        "tags_renamed_leave_a_former_name",
        "the former name follows the tag when it is renamed again",
        "update tags set name = 'inoculation' where id = 1",
        given=(TAGS, FORMER),
        then=("select name || ' ' || current_name from former_names", "vacine inoculation"),
    ),
    Rule(
        "tags_renamed_leave_a_former_name",
        "a tag that gets its former name back no longer has a former name",
        "update tags set name = 'VACINE' where id = 1",
        given=(TAGS, FORMER, "delete from tags where id = 2"),
        then=("select count(*) from former_names", 0),
    ),
    Rule(
        "tags_renamed_leave_a_former_name",
        "after a rename by SQL, the old name still sets the renamed tag",
        "update tags set name = 'shots' where id = 3; insert into tags (name) values ('Jabs');"
        " insert into claim_tags (claim_id, tag_id) select 1, id from tags where name = 'jabs'",
        given=(TAGS, "insert into claim_tags (claim_id, tag_id) values (2, 3)"),
        then=(CLAIM_TAGS, "shots"),
    ),
    Rule(
        "tags_renamed_leave_a_former_name",
        "an unused name, or one that only changes case, is not remembered",
        "update tags set name = 'SHOTS' where id = 3; update tags set name = 'shots' where id = 3; update tags set name = 'Jabs' where id = 1",
        given=(
            TAGS,
            "update tags set name = 'shots' where id = 3",
            "insert into claim_tags (claim_id, tag_id) values (2, 3)",
        ),
        then=("select count(*) from former_names", 0),
    ),
    Rule(
        "articles_inserted_get_the_current_outlet",
        "a new article with the former name gets the current one",
        "insert into articles (url, outlet) values ('https://a.example/1', 'example news')",
        given=(OUTLET,),
        then=(OUTLETS, "Example News"),
    ),
    Rule(
        "articles_inserted_get_the_current_outlet",
        "outlets that differ in case are different outlets",
        "insert into articles (url, outlet) values ('https://a.example/1', 'EXAMPLE NEWS')",
        given=(OUTLET,),
        then=(OUTLETS, "EXAMPLE NEWS"),
    ),
    Rule(
        "articles_updated_get_the_current_outlet",
        "an article changed to the former name gets the current one",
        "update articles set outlet = 'example news' where id = 1",
        given=(OUTLET,),
        then=(OUTLETS, "Example News"),
    ),
    Rule(
        "former_names_are_not_in_use",
        "claims would keep a tag that cannot be searched for",
        FORMER,
        Refused,
        given=(TAGS, TAGGED),
    ),
    Rule(
        "former_names_are_not_in_use",
        "articles would keep an outlet that cannot be searched for",
        OUTLET,
        Refused,
        given=("update articles set outlet = 'example news' where id = 1",),
    ),
    Rule(
        "former_names_form_no_chain",
        "a former name cannot lead to another former name",
        "insert into former_names (kind, name, current_name) values ('tag', 'jabs', 'VACINE')",
        Refused,
        given=(FORMER,),
    ),
    Rule(
        "former_names_form_no_chain",
        "a current name that others lead to cannot become a former name",
        "insert into former_names (kind, name, current_name) values ('tag', 'Vaccine', 'jabs')",
        Refused,
        given=(FORMER,),
    ),
    *(
        Rule(
            "former_names_form_no_chain",
            f"nor can outlets: {name} leads to {current}",
            f"insert into former_names (kind, name, current_name) values ('outlet', '{name}', '{current}')",
            Refused,
            given=(OUTLET,),
        )
        for name, current in (("The Post", "example news"), ("Example News", "The Post"))
    ),
    Rule(
        "former_names_form_no_chain",
        "an outlet may have the former name of a tag",
        "insert into former_names (kind, name, current_name) values ('outlet', 'The Post', 'vacine')",
        given=(FORMER,),
        then=("select count(*) from former_names", 2),
    ),
    Rule(
        "former_names_kind_and_name_are_final",
        "claims would keep a tag that cannot be searched for",
        "update former_names set name = 'jabs'",
        Refused,
        given=(TAGS, FORMER, "insert into claim_tags (claim_id, tag_id) values (1, 3)"),
    ),
    Rule(
        "former_names_kind_and_name_are_final",
        "the former name of a tag is not that of an outlet",
        "update former_names set kind = 'outlet'",
        Refused,
        given=(FORMER,),
    ),
    Rule(
        "former_names_still_form_no_chain",
        "an update cannot make an outlet lead to another former name",
        "update former_names set current_name = 'example news' where name = 'The Post'",
        Refused,
        given=(
            OUTLET,
            "insert into former_names (kind, name, current_name) values ('outlet', 'The Post', 'Post')",
        ),
    ),
    Rule(
        "former_names_still_form_no_chain",
        "an update cannot make it lead to another former name",
        "update former_names set current_name = 'VACINE' where name = 'jabs'",
        Refused,
        given=(
            FORMER,
            "insert into former_names (kind, name, current_name) values ('tag', 'jabs', 'vaccine')",
        ),
    ),
]
