package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;

/** Is told, by the thread that works on an operation, that a phase begins; as long as it does not return, the operation stays in this phase. */
@FunctionalInterface
public interface PhaseListener {

    /** Holds nothing up. */
    PhaseListener NONE = (operation, phase) -> {};

    /**
     * A phase has begun.
     *
     * @param operation as it was when it began
     */
    void entered(Operation operation, OperationPhase phase);
}
