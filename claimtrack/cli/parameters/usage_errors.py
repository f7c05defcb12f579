"""What is told of a command typed with words that it does not take: where dashes, quotation marks and options belong."""

from __future__ import annotations

import re

import click

from claimtrack.cli.parameters.types import is_free_text

# What the same thing is called on other commands.
_OPTION_SYNONYMS = {
    "--speaker": "--claimant",
    "--claimant": "--speaker",
    "--source": "--url",
    "--url": "--source",
    "--user": "--actor",
    "--assigned-to": "--assignee",
}


_CURLY_QUOTES = frozenset("“”„‟«»‘‚‹›")
_USE_QUOTES = "Put text with spaces in quotation marks."
_USE_STRAIGHT_QUOTES = (
    'Put text with spaces in straight quotation marks ("), not in those of a word processor.'
)


def accepts_free_text(ctx: click.Context | None) -> bool:
    """Whether words or a file's name may stand behind the command."""
    params = ctx.command.params if ctx else ()
    return any(isinstance(param, click.Argument) and is_free_text(param) for param in params)


def explain_unknown_option(error: click.NoSuchOption) -> click.UsageError:
    """The error, which says what the option is called here, or how words that begin with a dash are given where these may stand."""
    ctx = error.ctx
    called = _OPTION_SYNONYMS.get(error.option_name)
    if ctx and called in _known_options(ctx):
        return click.UsageError(f"{error.message} It is {called} here.", ctx)
    if ctx is None or error.possibilities:
        return error
    if not accepts_free_text(ctx):
        has_arguments = any(isinstance(param, click.Argument) for param in ctx.command.params)
        is_number = has_arguments and error.option_name[1:].isdigit()
        return click.UsageError(f"{error.format_message()} Ids start at 1.", ctx) if is_number else error
    return click.UsageError(
        f"{error.format_message()} Put text that begins with a dash last, after two dashes: {_usage_with_dashes(ctx)}",
        ctx,
    )


def explain_bad_value(error: click.BadParameter) -> click.UsageError:
    """The error, which says what to type where it is about a word between the quotation marks of a word processor, or between none."""
    message = error.format_message()
    if _CURLY_QUOTES.intersection(message):
        return click.UsageError(f"{message.rstrip('.')}. {_USE_STRAIGHT_QUOTES}", error.ctx)
    # Of many numbers with words behind them all but the last word are taken for numbers.
    ctx, told = error.ctx, re.search("'([^']*)' is not a whole number", message)
    if told and ctx and error.param and error.param.nargs == -1 and accepts_free_text(ctx):
        last = f"Text comes last, and options before two dashes: {_usage_with_dashes(ctx)}"
        return click.UsageError(f"{message.rstrip('.')}. {last if ' ' in told[1] else _USE_QUOTES}", ctx)
    return error


def explain_extra_words(error: click.UsageError) -> click.UsageError:
    """The error, which says that words are put between quotation marks, or that options stand before two dashes."""
    ctx = error.ctx
    extra = error.message.partition("(")[2].rstrip(")").split()
    if remedy := _explain_typography(extra, _known_options(ctx) if ctx else set()):
        return click.UsageError(f"{error.message}. {remedy}", ctx)
    if not accepts_free_text(ctx):
        return error
    if ctx is not None and any(word.partition("=")[0] in _known_options(ctx) for word in extra):
        remedy = f"Nothing after two dashes is read as an option, so put options before them: {_usage_with_dashes(ctx)}"
        return click.UsageError(f"{error.message}. {remedy}", ctx)
    return click.UsageError(f"{error.message}. {_USE_QUOTES}", ctx)


def _explain_typography(extra: list[str], options: set[str]) -> str:
    """What to type for signs that a word processor or an e-mail has put in their place; a dash between words is one of theirs."""
    meant = (f"--{word.lstrip('–—-')}" for word in extra if word[0] in "–—")
    if option := next((word for word in meant if word.partition("=")[0] in options), None):
        return f"Begin an option with two hyphens: {option}"
    return _USE_STRAIGHT_QUOTES if _CURLY_QUOTES.intersection("".join(extra)) else ""


def _known_options(ctx: click.Context) -> set[str]:
    """The command's options, and those that stand before it."""
    root = ctx.find_root()
    params = [*ctx.command.get_params(ctx), *root.command.get_params(root)]
    return {
        name
        for param in params
        if isinstance(param, click.Option)
        for name in (*param.opts, *param.secondary_opts)
    }


def _usage_with_dashes(ctx: click.Context) -> str:
    places = " ".join(
        param.make_metavar(ctx) for param in ctx.command.params if isinstance(param, click.Argument)
    )
    called = ctx.command_path.removeprefix(ctx.find_root().command_path)
    return f"claimtrack{called} [OPTIONS] -- {places}"
