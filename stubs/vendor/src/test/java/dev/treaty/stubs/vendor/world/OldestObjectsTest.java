package dev.treaty.stubs.vendor.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OldestObjectsTest {

    private static final ObjectKind LOAVES = ObjectKind.of("loaf", "baker");
    private static final ObjectKind BAKERS = new ObjectKind("baker", "name", List.of(), 10);

    private final CountingRecords records = new CountingRecords();
    private final World world = new World("bakery", records, Instant.EPOCH);

    @Test
    void the_oldest_of_the_kind_that_takes_most_is_forgotten() {
        world.objects(BAKERS).put(Json.object().put("name", "ada"));
        bake(10, "ada");

        OldestObjects.forget(records, Map.of("loaf", 10_000L, "baker", 100L), 3_000);

        assertThat(world.objects(LOAVES)
                        .oldestFirst()
                        .map(loaf -> loaf.path("id").asText()))
                .containsExactly("loaf3", "loaf4", "loaf5", "loaf6", "loaf7", "loaf8", "loaf9");
        assertThat(world.objects(BAKERS).count()).isEqualTo(1);
        assertThat(records.forgotten()).containsExactly("loaf", "loaf", "loaf");
        assertThat(world.forgotten()).containsExactlyEntriesOf(Map.of("loaf", 3L));
    }

    @Test
    void when_a_kind_is_no_longer_the_largest_the_next_one_gives_way() {
        IntStream.range(0, 10).forEach(number -> world.objects(BAKERS).put(baker(number)));
        bake(10, "ada");

        OldestObjects.forget(records, Map.of("loaf", 10_500L, "baker", 10_000L), 4_000);

        assertThat(world.objects(LOAVES).count()).isEqualTo(8);
        assertThat(world.objects(BAKERS).count()).isEqualTo(8);
    }

    @Test
    void what_is_forgotten_is_in_no_list() {
        bake(5, "ada");

        OldestObjects.forget(records, Map.of("loaf", 5_000L), 1_000_000);

        assertThat(world.objects(LOAVES).list("baker", "ada", true, null)).isEmpty();
        assertThat(world.objects(LOAVES).newestFirst()).isEmpty();
    }

    @Test
    void it_ends_when_nothing_is_left_that_it_knows() {
        OldestObjects.forget(records, Map.of("loaf", 5_000L), 1_000_000);

        assertThat(records.forgotten()).isEmpty();
    }

    private void bake(int number, String baker) {
        IntStream.range(0, number)
                .forEach(loaf -> world.objects(LOAVES)
                        .put(filled(Json.object().put("id", "loaf" + loaf).put("baker", baker))));
    }

    private static ObjectNode baker(int number) {
        return filled(Json.object().put("name", "baker" + number));
    }

    private static ObjectNode filled(ObjectNode object) {
        return object.put("crumbs", "x".repeat(1_000));
    }
}
