package dev.treaty.stubs.vendor.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObjectTableTest {

    private static final ObjectKind LOAVES = new ObjectKind("loaf", "id", List.of("baker", "price.currency"), 5);

    private final CountingRecords records = new CountingRecords();
    private final World world = new World("kiosk-1", records, Instant.EPOCH);
    private final ObjectTable loaves = world.objects(LOAVES);

    @Test
    void objects_are_listed_in_the_order_in_which_they_were_created() {
        bake("c", "ada");
        bake("a", "ada");
        bake("b", "ada");
        bake("c", "bob");

        assertThat(ids(loaves.oldestFirst())).containsExactly("c", "a", "b");
        assertThat(ids(loaves.newestFirst())).containsExactly("b", "a", "c");
        assertThat(loaves.count()).isEqualTo(3);
    }

    @Test
    void a_list_starts_after_any_object_in_both_directions() {
        Stream.of("a", "b", "c", "d").forEach(id -> bake(id, id.equals("b") ? "bob" : "ada"));

        assertThat(ids(loaves.list(null, null, true, "c"))).containsExactly("b", "a");
        assertThat(ids(loaves.list(null, null, false, "c"))).containsExactly("d");
        assertThat(ids(loaves.list("baker", "ada", true, "d"))).containsExactly("c", "a");
        assertThat(ids(loaves.list("baker", "ada", false, "b")))
                .as("after an object that is not in the list itself")
                .containsExactly("c", "d");
        assertThatThrownBy(() -> loaves.list(null, null, true, "x")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void an_index_follows_changes_of_a_field() {
        bake("a", "ada");
        bake("b", "ada");
        bake("a", "bob");

        assertThat(ids(loaves.list("baker", "ada", false, null))).containsExactly("b");
        assertThat(ids(loaves.list("baker", "bob", false, null))).containsExactly("a");

        loaves.remove("a");
        assertThat(loaves.list("baker", "bob", false, null)).isEmpty();
    }

    @Test
    void an_index_may_be_of_a_nested_field_and_of_any_text() {
        var loaf = Json.object().put("id", "a/b ü%");
        loaf.putObject("price").put("currency", "€ / kg");
        loaves.put(loaf);

        assertThat(ids(loaves.list("price.currency", "€ / kg", false, null))).containsExactly("a/b ü%");
        assertThat(loaves.find("a/b ü%")).contains(loaf);
    }

    @Test
    void a_field_without_an_index_cannot_be_listed_by() {
        assertThatThrownBy(() -> loaves.list("weight", "1", false, null)).hasMessage("loaf has no index by weight");
    }

    @Test
    void what_is_found_is_a_copy() {
        bake("a", "ada");
        loaves.find("a").orElseThrow().put("baker", "bob");

        assertThat(loaves.find("a").orElseThrow().path("baker").asText()).isEqualTo("ada");
    }

    @Test
    void the_oldest_is_forgotten_when_there_are_too_many() {
        IntStream.range(0, 8).forEach(number -> bake("loaf" + number, "ada"));

        assertThat(ids(loaves.oldestFirst())).containsExactly("loaf3", "loaf4", "loaf5", "loaf6", "loaf7");
        assertThat(ids(loaves.list("baker", "ada", false, null))).hasSize(5);
        assertThat(world.counts()).containsExactly(Map.entry("loaf", 5L));
        assertThat(world.forgotten()).containsExactly(Map.entry("loaf", 3L));
    }

    @Test
    void a_large_table_forgets_several_of_the_oldest_at_a_time() {
        var limit = 4_000;
        var many = world.objects(new ObjectKind("crumb", "id", List.of(), limit));
        var most = IntStream.range(0, 4_010)
                .mapToLong(number -> {
                    many.put(Json.object().put("id", "crumb" + number));
                    return many.count();
                })
                .max();

        assertThat(most).hasValue(limit + 2);
        assertThat(world.forgotten()).containsExactly(Map.entry("crumb", 9L));
        assertThat(ids(many.oldestFirst().limit(1))).containsExactly("crumb9");
    }

    @Test
    void what_is_removed_leaves_no_record_behind() {
        bake("a", "ada");
        var before = records.size();
        bake("b", "bob");
        loaves.remove("b");
        loaves.remove("b");

        assertThat(records.size()).isEqualTo(before);
        assertThat(loaves.count()).isEqualTo(1);
    }

    @Test
    void each_operation_costs_the_same_however_many_objects_there_are() {
        var kind = ObjectKind.of("loaf", "baker");
        var many = world.objects(kind);
        var few = costs(many);
        IntStream.range(0, 20_000)
                .forEach(number ->
                        many.put(Json.object().put("id", "many" + number).put("baker", "ada")));

        assertThat(costs(many)).isEqualTo(few);
    }

    /** How many operations it costs to create, to find, to change, to list after a cursor, and to remove. */
    private List<Long> costs(ObjectTable table) {
        IntStream.range(0, 20)
                .forEach(number ->
                        table.put(Json.object().put("id", "few" + number).put("baker", "ada")));
        var loaf = Json.object().put("id", "new").put("baker", "ada");
        records.takeOperations();
        table.put(loaf);
        var create = records.takeOperations();
        assertThat(table.find("new")).isPresent();
        var find = records.takeOperations();
        table.put(loaf.put("baker", "bob"));
        var change = records.takeOperations();
        assertThat(table.list("baker", "ada", true, "few15").limit(10)).hasSize(10);
        var list = records.takeOperations();
        table.remove("new");
        var remove = records.takeOperations();
        return List.of(create, find, change, list, remove);
    }

    private void bake(String id, String baker) {
        loaves.put(Json.object().put("id", id).put("baker", baker));
    }

    private static List<String> ids(Stream<ObjectNode> objects) {
        return objects.map(object -> object.path("id").asText()).toList();
    }
}
