package dev.treaty.stubs.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.bench.report.MachineInfo;
import dev.treaty.stubs.bench.server.ProcessFootprint;
import dev.treaty.stubs.bench.soak.HeapHistogram.Live;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoakResultTest {

    private static final int MIB = 1 << 20;

    @Test
    void a_server_that_does_not_grow_has_no_fault() {
        assertThat(new Example().soak().fault()).isEmpty();
    }

    /** Each figure grows by less than is allowed. */
    @Test
    void random_variation_is_allowed() {
        var restless = new Example();
        restless.heapMebibytes = quarter -> 40 + 4 * quarter;
        restless.residentMebibytes = quarter -> 400 + 16 * quarter;
        restless.threads = quarter -> 90 + 2 * quarter;
        restless.descriptors = quarter -> 30 + 4 * quarter;

        assertThat(restless.soak().fault()).isEmpty();
    }

    @Test
    void a_growing_heap_is_reported_with_the_classes_that_grew_most() {
        var leaking = new Example();
        leaking.heapMebibytes = quarter -> 40 + 8 * quarter;

        assertThat(leaking.soak().fault()).hasValue("""
                The stub server did not survive 10 minutes of load unchanged.
                  where: live heap: 48.0 MiB after the first quarter, 72.0 MiB at the end, at most 64.0 MiB allowed
                         what has grown since the first quarter, in bytes (objects):
                        25,165,824  (25,165,824)  dev.treaty.Leaked
                  fix:   see its log soak/server.log and the heap after each quarter in soak; to find who holds these classes, \
                run it again with jcmd PID GC.heap_dump FILE""");
    }

    @Test
    void a_large_heap_may_vary_by_a_tenth() {
        var large = new Example();
        large.heapMebibytes = quarter -> quarter == 4 ? 1_090 : 1_000;
        assertThat(large.soak().fault()).isEmpty();

        large.heapMebibytes = quarter -> quarter == 4 ? 1_110 : 1_000;
        assertThat(large.soak().fault())
                .hasValueSatisfying(
                        fault -> assertThat(fault)
                                .contains(
                                        "live heap: 1,000.0 MiB after the first quarter, 1,110.0 MiB at the end, at most 1,100.0 MiB"));
    }

    @Test
    void growing_memory_outside_the_heap_threads_and_descriptors_are_reported() {
        var leaking = new Example();
        leaking.residentMebibytes = quarter -> 200 + 100 * quarter;
        leaking.threads = quarter -> 90 * quarter;
        leaking.descriptors = quarter -> 30 + 10 * quarter;

        assertThat(leaking.soak().fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("""
                          where: resident memory after a garbage collection: 300.0 MiB after the first quarter, 600.0 MiB at the end, at most 364.0 MiB allowed
                                 threads: 90 after the first quarter, 360 at the end, at most 98 allowed
                                 open descriptors: 40 after the first quarter, 70 at the end, at most 56 allowed
                        """));
    }

    @Test
    void one_wrong_response_is_a_fault() {
        var wrong = new Example();
        wrong.errors = 1;
        wrong.firstError = "status 500 to GET /v1/customers/cus_000001 HTTP/1.1";

        assertThat(wrong.soak().fault())
                .hasValueSatisfying(fault -> assertThat(fault)
                        .contains("  where: wrong responses: 1, the first: status 500 to GET /v1/customers/cus_"));
    }

    @Test
    void the_report_has_a_row_for_each_quarter_and_then_every_sample() {
        var machine = new MachineInfo(2, "a processor", 24L << 30, "Linux", "17.0.15 (a vendor)", 0.25);

        assertThat(new SoakReport(new Example().soak(), machine).markdown()).startsWith("""
                | after | correct responses | RSS under load | live heap | RSS at rest | threads | descriptors |
                | --- | --- | --- | --- | --- | --- | --- |
                | 2:30 | 3,000,000 | 600.0 MiB | 40.0 MiB | 400.0 MiB | 90 | 30 |
                | 5:00 | 6,000,000 | 600.0 MiB | 40.0 MiB | 400.0 MiB | 90 | 30 |
                | 7:30 | 9,000,000 | 600.0 MiB | 40.0 MiB | 400.0 MiB | 90 | 30 |
                | 10:00 | 12,000,000 | 600.0 MiB | 40.0 MiB | 400.0 MiB | 90 | 30 |

                2 processors (a processor), 24 GiB of memory, Linux, Java 17.0.15 (a vendor); \
                load average before the run: 0.25

                | at | correct responses | RSS | threads | descriptors |
                | --- | --- | --- | --- | --- |
                | 0:05 | 0 | 600.0 MiB | 90 | 1,030 |
                | 0:10 | 0 | 600.0 MiB | 90 | 1,030 |
                """);
    }

    /** A soak with made-up figures, as functions of the quarter, which counts from 1. */
    private static final class Example {

        IntUnaryOperator heapMebibytes = quarter -> 40;
        IntUnaryOperator residentMebibytes = quarter -> 400;
        IntUnaryOperator threads = quarter -> 90;
        IntUnaryOperator descriptors = quarter -> 30;
        long errors;

        @Nullable
        String firstError;

        SoakResult soak() {
            var quarters = new ArrayList<SoakQuarter>();
            for (var number = 1; number <= 4; number++) {
                quarters.add(quarter(number));
            }
            return new SoakResult(quarters, errors, firstError, Path.of("soak", "server.log"));
        }

        private SoakQuarter quarter(int number) {
            var resident = (long) residentMebibytes.applyAsInt(number) * MIB;
            var heap = (long) heapMebibytes.applyAsInt(number) * MIB;
            var samples = new ArrayList<SoakQuarter.Sample>();
            for (var at = 1; at <= 3; at++) {
                samples.add(new SoakQuarter.Sample(
                        Duration.ofSeconds(150L * (number - 1) + 5L * at),
                        3_000_000L * (number - 1),
                        new ProcessFootprint(
                                resident + 200 * MIB,
                                threads.applyAsInt(number),
                                1_000 + descriptors.applyAsInt(number))));
            }
            return new SoakQuarter(
                    3_000_000L * number,
                    Duration.ofSeconds(150L * number),
                    samples,
                    new HeapHistogram(
                            Path.of("soak", "heap-%d.txt".formatted(number)),
                            Map.of("dev.treaty.Leaked", new Live(heap, heap))),
                    new ProcessFootprint(resident, threads.applyAsInt(number), descriptors.applyAsInt(number)));
        }
    }
}
