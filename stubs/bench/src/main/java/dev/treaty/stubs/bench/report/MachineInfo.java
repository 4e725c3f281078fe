package dev.treaty.stubs.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The machine that measured, without a name that would identify it.
 *
 * @param processors how many the servers and the load generator share
 * @param processor its model, or its architecture where the model is unknown
 * @param memoryBytes of the whole machine
 * @param loadBefore the load average of the minute before the run; negative if it is unknown
 */
public record MachineInfo(
        int processors, String processor, long memoryBytes, String operatingSystem, String java, double loadBefore) {

    /** The machine that this process runs on. */
    public static MachineInfo here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new MachineInfo(
                system.getAvailableProcessors(),
                processorModel().strip(),
                system.getTotalMemorySize(),
                system.getName(),
                "%s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor")),
                system.getSystemLoadAverage());
    }

    private static String processorModel() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return "%d processors (%s), %d GiB of memory, %s, Java %s"
                .formatted(processors, processor, Math.round(memoryBytes / (double) (1 << 30)), operatingSystem, java);
    }
}
