package dev.treaty.stubs.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.World;

/** What a vendor does at a later time. */
@FunctionalInterface
public interface DueAction {

    /**
     * Does it, alone in its world, whose time is the one at which it was due.
     *
     * @param data that was given when it was scheduled
     */
    void run(World world, ObjectNode data);
}
