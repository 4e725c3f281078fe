package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;

/** While it is shut, clones wait in the phase of copying. */
public final class CopyGate implements PhaseListener {

    private boolean shut;

    @Override
    public synchronized void entered(Operation operation, OperationPhase phase) {
        try {
            while (shut && phase == OperationPhase.COPYING) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on, clones wait. */
    synchronized void shut() {
        shut = true;
    }

    /** Lets all that wait go on, and all that come. */
    synchronized void open() {
        shut = false;
        notifyAll();
    }
}
