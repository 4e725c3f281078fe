package dev.treaty.stubs.bench.soak;

import static java.util.stream.Collectors.joining;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.bench.text.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a soak: whether the server uses more at the end than after the first quarter, by which everything that it creates once
 * and keeps has been created.
 *
 * @param quarters four
 * @param errors wrong, broken and missing responses, and broken connections
 * @param firstError describes the first of them
 * @param log the output of the server
 */
record SoakResult(
        List<SoakQuarter> quarters, long errors, @Nullable String firstError, Path log) {

    private static final int SHOWN = 10;

    /** The journal has the last thousand requests, whose lengths vary. */
    private static final long HEAP_SLACK = 16 << 20;

    /** The garbage collector keeps more or less of the heap, and compiled code varies. */
    private static final long RESIDENT_SLACK = 64 << 20;

    /** Threads of the JVM's compilers, collectors and services come and go. */
    private static final int THREAD_SLACK = 8;

    private static final int DESCRIPTOR_SLACK = 16;

    SoakResult {
        quarters = List.copyOf(quarters);
    }

    /** What went wrong, in words; empty if nothing did. */
    Optional<String> fault() {
        var faults =
                Stream.concat(wrongResponses(), growths().map(Growth::toString)).collect(joining("\n         "));
        return faults.isEmpty() ? Optional.empty() : Optional.of(message(faults).toString());
    }

    private ErrorMessage message(String faults) {
        return new ErrorMessage(
                "The stub server did not survive %d minutes of load unchanged."
                        .formatted(quarter(4).ended().toMinutes()),
                "%s\n         what has grown since the first quarter, in bytes (objects):\n%s"
                        .formatted(faults, grownClasses()),
                "see its log %s and the heap after each quarter in %s; to find who holds these classes, run it again with jcmd PID GC.heap_dump FILE"
                        .formatted(log, quarter(4).live().file().getParent()));
    }

    private Stream<String> wrongResponses() {
        return errors == 0
                ? Stream.empty()
                : Stream.of("wrong responses: %s, the first: %s".formatted(Figures.count(errors), firstError));
    }

    private Stream<Growth> growths() {
        var first = quarter(1);
        var last = quarter(4);
        return Stream.of(
                        Growth.ofBytes(
                                "live heap", first.live().bytes(), last.live().bytes(), HEAP_SLACK),
                        Growth.ofBytes(
                                "resident memory after a garbage collection",
                                first.atRest().residentBytes(),
                                last.atRest().residentBytes(),
                                RESIDENT_SLACK),
                        Growth.ofCount(
                                "threads",
                                first.atRest().threads(),
                                last.atRest().threads(),
                                THREAD_SLACK),
                        Growth.ofCount(
                                "open descriptors",
                                first.atRest().descriptors(),
                                last.atRest().descriptors(),
                                DESCRIPTOR_SLACK))
                .flatMap(Optional::stream);
    }

    private String grownClasses() {
        return quarter(4).live().grownSince(quarter(1).live()).stream()
                .limit(SHOWN)
                .map(grown -> String.format(
                        Locale.ROOT,
                        "    %,14d  (%,d)  %s",
                        grown.getValue().bytes(),
                        grown.getValue().instances(),
                        grown.getKey()))
                .collect(joining("\n"));
    }

    private SoakQuarter quarter(int number) {
        return quarters.get(number - 1);
    }

    /** Something that grew from the end of the first quarter to the end of the last, by more than chance explains. */
    private record Growth(String what, String before, String after, String allowed) {

        private static final double FACTOR = 1.1;

        /** By more than a tenth, and by more bytes than the slack. */
        static Optional<Growth> ofBytes(String what, long before, long after, long slack) {
            var allowed = Math.max(Math.round(before * FACTOR), before + slack);
            return after <= allowed
                    ? Optional.empty()
                    : Optional.of(new Growth(
                            what, Figures.mebibytes(before), Figures.mebibytes(after), Figures.mebibytes(allowed)));
        }

        /** By more than the slack. */
        static Optional<Growth> ofCount(String what, int before, int after, int slack) {
            var allowed = before + slack;
            return after <= allowed
                    ? Optional.empty()
                    : Optional.of(
                            new Growth(what, Figures.count(before), Figures.count(after), Figures.count(allowed)));
        }

        @Override
        public String toString() {
            return "%s: %s after the first quarter, %s at the end, at most %s allowed"
                    .formatted(what, before, after, allowed);
        }
    }
}
