package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What is special about the resources of one type; everything else follows from its fields. */
public interface ResourceRules {

    /**
     * Checks and completes a resource that is about to be created or changed.
     *
     * @param submitted what the client gave, read-only fields included
     * @param previous what is stored; null if the resource is new
     * @throws dev.treaty.stubs.vendor.VendorError if it is refused
     */
    default void check(Resources resources, ObjectNode resource, ObjectNode submitted, @Nullable ObjectNode previous) {}

    /** Starts what happens to a resource that was just created. */
    default void created(Resources resources, ObjectNode resource) {}

    /**
     * Completes what a client is shown.
     *
     * @param stored as it is stored, internal fields included
     * @param shown is changed
     */
    default void show(Resources resources, ObjectNode stored, ObjectNode shown) {}
}
