package dev.treaty.stubs.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process uses, as the operating system counts it.
 *
 * @param residentBytes its memory (RSS)
 * @param threads of the operating system
 * @param descriptors open files, sockets and pipes
 */
public record ProcessFootprint(long residentBytes, int threads, int descriptors) {

    /** Of a running process; empty on a system without {@code /proc}. */
    static Optional<ProcessFootprint> of(long pid) {
        var folder = Path.of("/proc", String.valueOf(pid));
        try (var descriptors = Files.list(folder.resolve("fd"))) {
            var status = Files.readAllLines(folder.resolve("status"));
            var footprint = new ProcessFootprint(
                    number(status, "VmRSS:") * 1024, (int) number(status, "Threads:"), (int) descriptors.count());
            return Optional.of(footprint).filter(found -> found.residentBytes > 0);
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // or it ended meanwhile
        }
    }

    /** 0 if there is no such line: a process that has just ended still has a folder, but no memory. */
    private static long number(Iterable<String> status, String field) {
        for (var line : status) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
