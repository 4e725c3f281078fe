package dev.treaty.stubs.bench;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking a server for long: whether it is, at the end, as it was at the beginning. The first quarter is for getting
 * there: what is made once and kept has been made by then.
 *
 * @param quarters four
 * @param errors wrong, broken and missing answers, and connections that broke
 * @param firstError what the first of them was
 * @param log what the server said
 */
record SoakResult(
        List<SoakQuarter> quarters, long errors, @Nullable String firstError, Path log) {

    private static final int SHOWN = 10;

    /** The journal's thousand requests, which are longer and shorter ones by chance. */
    private static final long HEAP_SLACK = 16 << 20;

    /** How much of the heap the collector keeps, and what the compilers make. */
    private static final long RESIDENT_SLACK = 64 << 20;

    /** Compilers, collectors and the JVM's own services come and go. */
    private static final int THREAD_SLACK = 8;

    private static final int DESCRIPTOR_SLACK = 16;

    SoakResult {
        quarters = List.copyOf(quarters);
    }

    /** What was wrong with it, for people; empty if nothing was. */
    Optional<String> fault() {
        var faults =
                Stream.concat(wrongAnswers(), growths().map(Growth::toString)).collect(joining("\n         "));
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("""
                        The stub server is not, after %d minutes of load, as it was.
                          where: %s
                          what lives at the end and did not after the first quarter, in bytes (objects):
                        %s
                          fix:   the log is %s; the heap by class, of each quarter, is in %s; run it again and look who
                                 holds these classes: jcmd PID GC.heap_dump FILE
                        """.formatted(
                                quarter(4).ended().toMinutes(),
                                faults,
                                grownClasses(),
                                log,
                                quarter(4).live().file().getParent()));
    }

    private Stream<String> wrongAnswers() {
        return errors == 0
                ? Stream.empty()
                : Stream.of("wrong answers: %s, the first: %s".formatted(Figure.count(errors), firstError));
    }

    private Stream<Growth> growths() {
        var first = quarter(1);
        var last = quarter(4);
        return Stream.of(
                        Growth.ofBytes(
                                "live heap", first.live().bytes(), last.live().bytes(), HEAP_SLACK),
                        Growth.ofBytes(
                                "resident memory after a collection",
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
}
