package dev.treaty.stubs.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where it was measured, without a name by which the machine could be found.
 *
 * @param processors how many, which servers and load generator share
 * @param processor its model, or its architecture where the model is not told
 * @param memoryBytes of the whole machine
 * @param loadBefore how many threads wanted to run in the minute before the run; negative if it is not told
 */
record MachineInfo(
        int processors, String processor, long memoryBytes, String operatingSystem, String java, double loadBefore) {

    static MachineInfo here() {
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
