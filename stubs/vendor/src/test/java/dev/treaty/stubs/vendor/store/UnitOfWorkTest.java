package dev.treaty.stubs.vendor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A unit of work shows what a map would hold to which the same changes are made. */
class UnitOfWorkTest {

    private record Change(String key, @Nullable String value) {}

    @Property(tries = 1000)
    void it_shows_what_is_stored_with_what_it_has_written(
            @ForAll("changes") List<Change> stored,
            @ForAll("changes") List<Change> written,
            @ForAll @IntRange(max = 12) int scanned,
            @ForAll("keys") String one,
            @ForAll("keys") String other) {
        var model = new TreeMap<String, String>();
        var source = new SortedRecords();
        stored.forEach(change -> apply(change, model, source));
        var unit = new UnitOfWork(source);
        written.stream().limit(scanned).forEach(change -> apply(change, model, unit));
        assertThatShows(unit, model, "", "~");
        written.stream().skip(scanned).forEach(change -> apply(change, model, unit));

        assertThatShows(unit, model, one.compareTo(other) < 0 ? one : other, one.compareTo(other) < 0 ? other : one);
    }

    @Property(tries = 200)
    void what_it_changes_makes_the_store_show_the_same(
            @ForAll("changes") List<Change> stored, @ForAll("changes") List<Change> written) {
        var model = new TreeMap<String, String>();
        var source = new SortedRecords();
        stored.forEach(change -> apply(change, model, source));
        var unit = new UnitOfWork(source);
        written.forEach(change -> apply(change, model, unit));

        unit.forEachChange(source::put);

        assertThatShows(new UnitOfWork(source), model, "", "~");
    }

    @Property(tries = 200)
    void what_is_discarded_has_not_happened(
            @ForAll("changes") List<Change> stored, @ForAll("changes") List<Change> written) {
        var model = new TreeMap<String, String>();
        var source = new SortedRecords();
        stored.forEach(change -> apply(change, model, source));
        var unit = new UnitOfWork(source);
        written.forEach(change -> apply(change, new TreeMap<>(), unit));
        scanned(unit, "", "~", false);

        unit.discard();

        assertThat(unit.isEmpty()).isTrue();
        assertThatShows(unit, model, "", "~");
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withChars('a', 'b', '/').ofMinLength(1).ofMaxLength(3);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(keys(), Arbitraries.of("", "1", "2").injectNull(0.3))
                .as(Change::new)
                .list()
                .ofMaxSize(12);
    }

    private static void apply(Change change, NavigableMap<String, String> model, SortedRecords records) {
        records.put(change.key(), change.value() == null ? null : change.value().getBytes(UTF_8));
        apply(change, model);
    }

    private static void apply(Change change, NavigableMap<String, String> model, UnitOfWork unit) {
        if (change.value() == null) {
            unit.remove(change.key());
        } else {
            unit.put(change.key(), change.value().getBytes(UTF_8));
        }
        apply(change, model);
    }

    private static void apply(Change change, NavigableMap<String, String> model) {
        if (change.value() == null) {
            model.remove(change.key());
        } else {
            model.put(change.key(), change.value());
        }
    }

    private static void assertThatShows(UnitOfWork unit, NavigableMap<String, String> model, String from, String to) {
        var expected = model.subMap(from, true, to, false);
        assertThat(scanned(unit, from, to, false)).isEqualTo(listed(expected));
        assertThat(scanned(unit, from, to, true)).isEqualTo(listed(expected.descendingMap()));
        model.forEach((key, value) -> assertThat(unit.get(key)).asString(UTF_8).isEqualTo(value));
        assertThat(unit.get(from))
                .isEqualTo(model.containsKey(from) ? model.get(from).getBytes(UTF_8) : null);
    }

    private static List<String> scanned(UnitOfWork unit, String from, String to, boolean descending) {
        var scanned = new ArrayList<String>();
        unit.scan(from, to, descending)
                .forEachRemaining(entry -> scanned.add(entry.getKey() + "=" + new String(entry.getValue(), UTF_8)));
        return scanned;
    }

    private static List<String> listed(NavigableMap<String, String> model) {
        return model.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
