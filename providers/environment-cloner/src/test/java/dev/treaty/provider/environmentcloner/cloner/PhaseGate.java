package dev.treaty.provider.environmentcloner.cloner;

import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationPhase;
import dev.treaty.provider.environmentcloner.workers.PhaseListener;
import java.util.concurrent.CountDownLatch;

/** Holds an operation up in one phase until it is opened. */
final class PhaseGate implements PhaseListener {

    private final OperationPhase phase;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    PhaseGate(OperationPhase phase) {
        this.phase = phase;
    }

    @Override
    public void entered(Operation operation, OperationPhase entered) {
        if (entered == phase) {
            reached.countDown();
            pass();
        }
    }

    private void pass() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when an operation is in the phase. */
    void awaitReached() throws InterruptedException {
        reached.await();
    }

    /** Lets all operations pass, now and later. */
    void open() {
        opened.countDown();
    }
}
