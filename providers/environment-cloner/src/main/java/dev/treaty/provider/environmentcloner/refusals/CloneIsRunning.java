package dev.treaty.provider.environmentcloner.refusals;

/** The statistics of an operation are asked for before its end (409). */
public final class CloneIsRunning extends Refusal {

    public CloneIsRunning(String id, String state) {
        super(
                "clone-is-running",
                "The clone is %s, and its statistics are not complete.".formatted(state),
                "the clone " + id,
                "wait until it is over");
    }
}
