package dev.treaty.provider.environmentcloner.refusals;

/** It is too late to cancel an operation (409). */
public final class CloneIsOver extends Refusal {

    public CloneIsOver(String id, String state) {
        super(
                "clone-is-over",
                "The clone is over: it is %s.".formatted(state),
                "the clone " + id,
                "leave it as it is, or restore its backup");
    }
}
