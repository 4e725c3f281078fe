package dev.treaty.provider.environmentcloner.refusals;

/** Another operation, queued or running, replaces the database of this target (409). */
public final class TargetIsBeingCloned extends Refusal {

    private final String operation;

    public TargetIsBeingCloned(String target, String operation) {
        super(
                "target-is-being-cloned",
                "The target %s is being cloned into or restored.".formatted(target),
                "the operation " + operation,
                "wait until it is over, or cancel it");
        this.operation = operation;
    }

    /** The id of the other operation. */
    public String operation() {
        return operation;
    }
}
