package dev.treaty.stubs.bench.soak;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.treaty.stubs.bench.soak.HeapHistogram.Live;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapHistogramTest {

    @TempDir
    Path folder;

    /** A leak is found. */
    @Test
    void what_this_jvm_keeps_is_listed_and_what_it_drops_is_not() throws Exception {
        var pid = ProcessHandle.current().pid();
        var before = HeapHistogram.of(pid, folder.resolve("before.txt"));
        var kept = IntStream.range(0, 1_000).mapToObj(Kept::new).toList();
        assertThat(IntStream.range(0, 1_000).mapToObj(Dropped::new).toList()).hasSize(1_000);

        var grown = HeapHistogram.of(pid, folder.resolve("after.txt")).grownSince(before).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(grown).containsEntry(Kept.class.getName(), new Live(1_000, 16_000));
        assertThat(grown).doesNotContainKey(Dropped.class.getName());
        assertThat(kept).as("held until here").hasSize(1_000);
    }

    @Test
    void classes_of_several_loaders_count_together() throws IOException {
        var histogram = read("""
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        123456       12345678  [B (java.base@17.0.15)
                   2:            10            160  dev.treaty.Example
                   3:             1             16  dev.treaty.Example
                Total        123467       12345854
                """);

        assertThat(histogram.classes())
                .containsOnly(
                        entry("[B", new Live(123_456, 12_345_678)), entry("dev.treaty.Example", new Live(11, 176)));
        assertThat(histogram.bytes()).isEqualTo(12_345_854);
    }

    @Test
    void a_jvm_that_does_not_exist_is_reported() {
        var file = folder.resolve("heap.txt");

        assertThatThrownBy(() -> HeapHistogram.of(Integer.MAX_VALUE, file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The JVM did not list what is alive on its heap.\n  where: ")
                .hasMessageEndingWith(".commands\n  fix:   see its output in " + file);
    }

    private HeapHistogram read(String text) throws IOException {
        return HeapHistogram.read(Files.writeString(folder.resolve("heap.txt"), text));
    }

    private record Kept(int number) {}

    private record Dropped(int number) {}
}
