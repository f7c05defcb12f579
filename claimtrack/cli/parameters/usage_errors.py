"""Usage errors with a remedy: misplaced dashes, quotation marks and options."""

from __future__ import annotations

import re

import click

from claimtrack.cli.output.messages import typed_command
from claimtrack.cli.parameters.types import is_free_text
from claimtrack.core.texts.printable import shell_command

# Options that other commands, or other programs, call by another name; sqlite-utils has --csv and --nl.
_OPTION_SYNONYMS = {
    "--speaker": "--claimant",
    "--claimant": "--speaker",
    "--source": "--url",
    "--url": "--source",
    "--user": "--actor",
    "--assigned-to": "--assignee",
    "--database": "--db",
    "--desk": "--db",
    "--json": "--format json",
    "--ndjson": "--format ndjson",
    "--nl": "--format ndjson",
    "--csv": "--format csv",
}


_CURLY_QUOTES = frozenset("“”„‟«»‘‚‹›")
_USE_QUOTES = "Put text with spaces in quotation marks."
_NUMBERS_FIRST = "Numbers come first"
_DESK_SUFFIXES = (".db", ".sqlite", ".sqlite3")
_USE_STRAIGHT_QUOTES = (
    'Put text with spaces in straight quotation marks ("), not in those of a word processor.'
)


def accepts_free_text(ctx: click.Context | None) -> bool:
    """Whether the command has an argument for text or a file name."""
    params = ctx.command.params if ctx else ()
    return any(isinstance(param, click.Argument) and is_free_text(param) for param in params)


def explain_unknown_option(error: click.NoSuchOption) -> click.UsageError:
    """Add to the error what the option is called here, or how to pass text that begins with a dash."""
    ctx = error.ctx
    called = _OPTION_SYNONYMS.get(error.option_name, "")
    if ctx and called.partition(" ")[0] in _known_options(ctx):
        return click.UsageError(f"{error.message} It is {called} here.", ctx)
    if ctx is None or error.possibilities:
        return error
    if not accepts_free_text(ctx):
        if longer := _options_beginning(error.option_name, ctx):
            return click.UsageError(f"{error.message} Options have two dashes: {', '.join(longer)}.", ctx)
        has_arguments = any(isinstance(param, click.Argument) for param in ctx.command.params)
        is_number = has_arguments and error.option_name[1:].isdigit()
        return click.UsageError(f"{error.format_message()} Ids start at 1.", ctx) if is_number else error
    return click.UsageError(
        f"{error.format_message()} Put text that begins with a dash last, after two dashes: {_usage_with_dashes(ctx)}",
        ctx,
    )


def explain_bad_value(error: click.BadParameter) -> click.UsageError:
    """Add to the error what to type if a value is in curly quotation marks, if text lacks quotation marks, or if one of two arguments is missing."""
    if isinstance(error, click.MissingParameter) and error.ctx and error.param and error.param.nargs == -1:
        # `status 3`: click gives the only word to the last argument, and says that the first one is missing.
        places = _places(error.ctx)
        return (
            click.UsageError(f"Missing argument: give {' and '.join(places)}", error.ctx)
            if places[1:]
            else error
        )
    message = error.format_message()
    if _CURLY_QUOTES.intersection(message):
        return click.UsageError(f"{message.rstrip('.')}. {_USE_STRAIGHT_QUOTES}", error.ctx)
    found = re.search("'([^']*)' is not a whole number", message)
    if found and error.ctx and isinstance(error.param, click.Argument):
        return click.UsageError(f"{message}{_explain_no_number(found[1], error.param, error.ctx)}", error.ctx)
    return error


def _explain_no_number(word: str, param: click.Argument, ctx: click.Context) -> str:
    """What to type if a word stands where a number should; empty if nothing is likely."""
    others = _places(ctx)[1:]
    if param.nargs == -1 and accepts_free_text(ctx):
        # `note 12 some words`: with many ids before the text, click takes all words but the last for ids.
        last = f"Text comes last, and options before two dashes: {_usage_with_dashes(ctx)}"
        return f". {last if ' ' in word else f'{_USE_QUOTES} {_NUMBERS_FIRST}.'}"
    if others:
        return f". {_NUMBERS_FIRST}, then {' '.join(others)}"
    option = next((one for one in ("--text", "--rating") if one in _known_options(ctx)), None)
    if option:
        return f". Other values are given with options, such as {option}: see {typed_command(ctx)} --help"
    is_claim = param.make_metavar(ctx).strip("[].") == "ID"
    return (
        ". To find the number of a claim, use `claimtrack search WORDS`"
        if is_claim and word[:1].isalpha()
        else ""
    )


def explain_extra_words(error: click.UsageError) -> click.UsageError:
    """Add to the error that text needs quotation marks, or that options must come before two dashes."""
    ctx = error.ctx
    extra = error.message.partition("(")[2].rstrip(")").split()
    if remedy := _explain_typography(extra, _known_options(ctx) if ctx else set()):
        return click.UsageError(f"{error.message}. {remedy}", ctx)
    if ctx is not None and (remedy := _explain_misplaced_word(extra, ctx)):
        return click.UsageError(f"{error.message}. {remedy}", ctx)
    if not accepts_free_text(ctx):
        return error
    if ctx is not None and any(word.partition("=")[0] in _known_options(ctx) for word in extra):
        remedy = f"Nothing after two dashes is read as an option, so put options before them: {_usage_with_dashes(ctx)}"
        return click.UsageError(f"{error.message}. {remedy}", ctx)
    return click.UsageError(f"{error.message}. {_USE_QUOTES}", ctx)


def _is_desk_name(word: str) -> bool:
    return word.casefold().endswith(_DESK_SUFFIXES)


def _explain_misplaced_word(extra: list[str], ctx: click.Context) -> str:
    """What to type instead of the desk's file, the value of an option or "help" among the arguments; empty if it is none of these."""
    word, [*arguments] = extra[0], _places(ctx)
    command = typed_command(ctx)
    if _is_desk_name(word) and not accepts_free_text(ctx):
        if ctx.command.name == "serve" and len(extra) > 1 and all(map(_is_desk_name, extra)):
            return f"It serves one desk, given with --db. For several at one address, use `{shell_command('datasette', *extra)}`"
        return f"Give the file of the desk with its option: --db {shell_command(word)}"
    if word == "help" and not arguments:
        return f"`{command} --help` explains this command"
    if arguments == ["ID"] and all(map(str.isdigit, extra)):
        return "Give one number at a time"
    if arguments:
        return ""
    for param in ctx.command.params:
        if (
            isinstance(param, click.Option)
            and isinstance(param.type, click.Choice)
            and word in param.type.choices
        ):
            return f"It is a value of {param.opts[0]}: write {param.opts[0]} {word}"
    return ""


def _explain_typography(extra: list[str], options: set[str]) -> str:
    """What to type instead of dashes and quotation marks that a word processor has replaced; empty if there are none."""
    meant = (f"--{word.lstrip('–—-')}" for word in extra if word[0] in "–—")
    if option := next((word for word in meant if word.partition("=")[0] in options), None):
        return f"Begin an option with two hyphens: {option}"
    return _USE_STRAIGHT_QUOTES if _CURLY_QUOTES.intersection("".join(extra)) else ""


def _known_options(ctx: click.Context) -> set[str]:
    """The names of the command's options, and of those before the command."""
    root = ctx.find_root()
    params = [*ctx.command.get_params(ctx), *root.command.get_params(root)]
    return {
        name
        for param in params
        if isinstance(param, click.Option)
        for name in (*param.opts, *param.secondary_opts)
    }


def _options_beginning(typed: str, ctx: click.Context) -> list[str]:
    """The options that `-status`, of which click names `-s`, may stand for."""
    letter = typed.removeprefix("-")
    if len(letter) != 1 or not letter.isalpha():
        return []
    return sorted(name for name in _known_options(ctx) if name.startswith(f"--{letter}"))


def _usage_with_dashes(ctx: click.Context) -> str:
    """The usage line with two dashes before the arguments: "claimtrack note [OPTIONS] -- ID... TEXT"."""
    return f"{typed_command(ctx)} [OPTIONS] -- {' '.join(_places(ctx))}"


def _places(ctx: click.Context) -> list[str]:
    """What the command's arguments are called."""
    return [param.make_metavar(ctx) for param in ctx.command.params if isinstance(param, click.Argument)]
