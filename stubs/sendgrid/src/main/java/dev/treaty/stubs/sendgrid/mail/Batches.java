package dev.treaty.stubs.sendgrid.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/** The batches of an account. */
final class Batches {

    static final String ID = "batch_id";

    /** {@code "cancel"} or {@code "pause"}; absent if the batch goes on. */
    static final String STATUS = "status";

    private static final ObjectKind BATCHES = new ObjectKind("batch", ID, List.of(), ObjectKind.DEFAULT_LIMIT);

    private final ObjectTable table;

    Batches(World world) {
        table = world.objects(BATCHES);
    }

    ObjectNode create(String id) {
        var batch = Json.object().put(ID, id);
        put(batch);
        return batch;
    }

    void put(ObjectNode batch) {
        table.put(batch);
    }

    Optional<ObjectNode> find(String id) {
        return table.find(id);
    }

    /** Those that are canceled or paused. */
    List<ObjectNode> stopped() {
        return table.oldestFirst().filter(batch -> batch.has(STATUS)).toList();
    }

    /** {@code "cancel"}, {@code "pause"}, or empty. */
    String status(String id) {
        return find(id).map(batch -> batch.path(STATUS).asText()).orElse("");
    }
}
