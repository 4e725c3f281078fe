package dev.treaty.provider.environmentcloner.refusals;

/** It is too late to cancel an operation (409). */
public final class CloneIsOver extends Refusal {

    private CloneIsOver(String kind, String id, String state, String fix) {
        super(
                kind + "-is-over",
                "The %s is over: it is %s.".formatted(kind, state),
                "the %s %s".formatted(kind, id),
                fix);
    }

    /**
     * It is a clone.
     *
     * @param state as people say it, e.g. {@code completed}
     */
    public static CloneIsOver ofClone(String id, String state) {
        return new CloneIsOver("clone", id, state, "leave it as it is, or restore its backup");
    }

    /**
     * It is the restoration of a backup.
     *
     * @param state as people say it, e.g. {@code completed}
     */
    public static CloneIsOver ofRestoration(String id, String state) {
        return new CloneIsOver(
                "restoration",
                id,
                state,
                "leave it as it is, or restore the backup of what the environment was before");
    }
}
