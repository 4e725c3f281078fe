package dev.treaty.stubs.stripe.feature;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is done at a later time. */
@FunctionalInterface
public interface StripeAction {

    /**
     * Does it, alone in its world, whose time is the one at which it was due.
     *
     * @param data that was given when it was scheduled
     */
    void run(StripeContext stripe, ObjectNode data);
}
