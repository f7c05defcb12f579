"""The command `encode`: find rewordings by their meaning."""

from __future__ import annotations

import click

from claimtrack.cli.output.messages import ending_on_interrupt, progress, say
from claimtrack.cli.output.results import write_results
from claimtrack.cli.parameters.options import result_option
from claimtrack.cli.parameters.session import Session, pass_session
from claimtrack.core.texts.printable import plural

_STOPPED = (
    "Stopped. The claims encoded so far are kept and used for matching. Run `claimtrack encode` again to "
    "continue, or `claimtrack encode --off` to switch it off."
)


@click.command("encode")
@click.option(
    "--encoder",
    metavar="NAME",
    help="Encoder to switch on.  [default: the one in use, else minilm]",
)
@click.option(
    "--off",
    "switching_off",
    is_flag=True,
    help="Match by words alone again, but keep what the encoder has made of the claims.",
)
@click.option(
    "--forget",
    is_flag=True,
    help="Match by words alone again, and remove what the encoder has made of the claims.",
)
@result_option
@pass_session
def encode_command(
    session: Session, encoder: str | None, switching_off: bool, forget: bool, output_format: str
) -> None:
    """Find more rewordings with an optional encoder.

    An encoder turns each claim into numbers that are close to those of its rewordings. They affect which claims `match` shows and in
    what order, and never make a duplicate by themselves. If interrupted, run it again to continue. New claims are encoded as they are
    filed; after adding many at once, run this again.

    \b
    pip install 'claimtrack[encoder]'
    claimtrack encode
    claimtrack encode --encoder minilm
    claimtrack encode --off
    claimtrack encode --forget
    """
    from claimtrack.workflow.matching import encoding

    if encoder and (switching_off or forget):
        raise click.UsageError(
            "--encoder switches encoding on, and --off and --forget switch it off: choose one"
        )
    with session.open() as db:
        if switching_off or forget:
            was = encoding.switch_off(db, forget=forget, actor=session.actor)
            say("Matching by words alone." if was else "No encoder was in use.")
            if forget:
                say("What the encoder had made of the claims is removed. The file will reuse the space.")
            write_results([{"encoder": None, "new": 0, "claims": 0}], output_format)
            return
        with ending_on_interrupt(_STOPPED), progress("Encoding claims") as advance:
            done = encoding.encode_all(db, encoder, actor=session.actor, progress=advance)
        now = encoding.encoder_state(db)
    if now:
        say(
            f"{now.name} ({now.version}): encoded {plural(done, 'claim')}, {now.encoded} in total. It is now used for matching."
        )
        write_results([{"encoder": now.name, "new": done, "claims": now.encoded}], output_format)
