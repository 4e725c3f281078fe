package dev.treaty.provider.environmentcloner.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine that measured, without a name that would identify it.
 *
 * @param load the load average of the minute before the run; negative if it is unknown
 */
record Machine(int processors, String processor, long memoryBytes, double load) {

    /** The machine that this process runs on. */
    static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(), model(), system.getTotalMemorySize(), system.getSystemLoadAverage());
    }

    private static String model() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return "%d processors (%s), %d GiB of memory, %s, Java %s; load average before the run: %s"
                .formatted(
                        processors,
                        processor,
                        Math.round(memoryBytes / (double) (1 << 30)),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        load < 0 ? "unknown" : "%.2f".formatted(load));
    }
}
