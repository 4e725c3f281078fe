package dev.treaty.stubs.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.StateMemory;
import dev.treaty.stubs.vendor.store.WorldStore;

/** What the state of accounts takes, and what was forgotten because it took too much. */
record MemoryReport(WorldStore store, StateMemory memory) {

    /**
     * Adds it to a report about a world.
     *
     * @return the report: {@code forgottenAccounts}, and {@code memory} in bytes, {@code {"account", "allAccounts", "limit"}}
     */
    ObjectNode addTo(ObjectNode state, String world) {
        state.put("forgottenAccounts", store.forgotten());
        state.putObject("memory")
                .put("account", store.bytes(world))
                .put("allAccounts", memory.used())
                .put("limit", memory.limit());
        return state;
    }
}
