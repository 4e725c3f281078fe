package dev.treaty.stubs.airtable.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pages of lists. An offset is {@code itr…/rec…}: an iterator, and the record with which the next page begins. How long Airtable keeps
 * an iterator is not documented; here it is {@link #LIFETIME} of the world's clock.
 */
public final class Pages {

    private static final ObjectKind ITERATOR = new ObjectKind("iterator", "id", List.of(), 1_000);
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final World world;
    private final ObjectTable iterators;

    Pages(World world) {
        this.world = world;
        iterators = world.objects(ITERATOR);
    }

    /**
     * A page of records.
     *
     * @param records all of the list, as it is now
     * @throws VendorError 422 if the offset was not given by the replay, has expired, or belongs to another query
     */
    Page page(ListParameters parameters, List<AirtableRecord> records) {
        var offset = parameters.text("offset");
        var iterator = offset.isEmpty() ? begin(AirtableId.random("itr"), parameters) : find(offset, parameters);
        var start = offset.isEmpty() ? 0 : indexOf(records, offset.substring(offset.indexOf('/') + 1));
        var left = iterator.path("left").asInt();
        var end = Math.min(records.size(), start + Math.min(left, parameters.pageSize()));
        left -= end - start;
        if (end == records.size() || left == 0) {
            iterators.remove(iterator.path("id").asText());
            return new Page(records.subList(start, end), Optional.empty());
        }
        iterators.put(iterator.put("left", left)
                .put("expires", world.now().plus(LIFETIME).toString()));
        var next = iterator.path("id").asText() + "/" + records.get(end).id();
        return new Page(records.subList(start, end), Optional.of(next));
    }

    /** Has a client be in the middle of a list of all records, at this offset. */
    public static void begin(World world, String offset) {
        var everything = new ListParameters(Json.object());
        var iterator = begin(offset.substring(0, offset.indexOf('/')), everything);
        world.objects(ITERATOR)
                .put(iterator.put("expires", world.now().plus(LIFETIME).toString()));
    }

    private static ObjectNode begin(String id, ListParameters parameters) {
        return Json.object().put("id", id).put("query", parameters.query()).put("left", parameters.maxRecords());
    }

    private ObjectNode find(String offset, ListParameters parameters) {
        if (!offset.matches("itr\\w{14}/rec\\w{14}")) {
            throw AirtableError.invalidRequest("the offset must be one that a list was answered with");
        }
        var id = offset.substring(0, offset.indexOf('/'));
        var iterator = iterators
                .find(id)
                .filter(found ->
                        world.now().isBefore(Instant.parse(found.path("expires").asText())))
                .orElseThrow(() -> expired().ofUnknownId(offset));
        if (!iterator.path("query").asText().equals(parameters.query())) {
            throw AirtableError.notCovered(
                    "an offset with another view, filterByFormula or sort than its list; repeat them with each page");
        }
        return iterator;
    }

    private static int indexOf(List<AirtableRecord> records, String id) {
        for (var i = 0; i < records.size(); i++) {
            if (records.get(i).id().equals(id)) {
                return i;
            }
        }
        throw expired();
    }

    private static VendorError expired() {
        return AirtableError.of(
                422,
                "LIST_RECORDS_ITERATOR_NOT_AVAILABLE",
                "The requested page is no longer available. Start the list again.");
    }

    /** @param offset of the next page, if there is one */
    record Page(List<AirtableRecord> records, Optional<String> offset) {}
}
