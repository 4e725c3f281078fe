package dev.treaty.provider.environmentcloner.bench;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.cloner.Cloner;
import dev.treaty.provider.environmentcloner.clones.CloneRequest;
import dev.treaty.provider.environmentcloner.operations.InTransaction;
import dev.treaty.provider.environmentcloner.operations.Operation;
import dev.treaty.provider.environmentcloner.operations.OperationState;
import dev.treaty.provider.environmentcloner.operations.Requester;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import dev.treaty.provider.environmentcloner.settings.ClonerSettings;
import dev.treaty.provider.service.database.Database;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Runs in a process of its own: the service without HTTP, which makes one clone. */
final class HeapProcess {

    static final String PEAK = "peak of the live heap: ";

    private static final int MILLISECONDS_BETWEEN_LOOKS = 500;

    private HeapProcess() {}

    /**
     * Prints the peak.
     *
     * @param arguments how many rows the source has
     */
    public static void main(String... arguments) throws Exception {
        var folder = Files.createTempDirectory("bench-heap");
        try (var sample = SampleServer.start(Integer.parseInt(arguments[0]));
                var database = Database.open("environment-cloner", Optional.of(sample.ownDatabase()));
                var cloner = Cloner.start(
                        database.jdbi(),
                        ClonerSettings.of(sample.environments(), Path.of("src/main/resources/sample"), folder),
                        Clock.systemUTC())) {
            var peak = new AtomicLong();
            var looks = Executors.newSingleThreadScheduledExecutor();
            var looking = looks.scheduleWithFixedDelay(
                    () -> peak.accumulateAndGet(live(), Math::max),
                    0,
                    MILLISECONDS_BETWEEN_LOOKS,
                    TimeUnit.MILLISECONDS);
            clone(cloner);
            looking.cancel(false);
            looks.shutdown();
            System.out.println(PEAK + peak.get());
        }
        System.exit(0);
    }

    /** What is left after a full collection is what is needed. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void clone(Cloner cloner) {
        var request = new CloneRequest(
                "production",
                "training",
                List.of("audit", "conversations", "reservations"),
                Optional.of("training"),
                Optional.of(BackupKind.DATABASE),
                true,
                Map.of());
        var id = cloner.clones()
                .start(request, new Requester("usr_bench"), InTransaction.NOTHING)
                .id();
        Operation clone = Awaitility.await()
                .atMost(Duration.ofHours(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> cloner.clones().find(id), found -> found.state().isFinal());
        if (clone.state() != OperationState.COMPLETED) {
            throw new IllegalStateException(clone.toString());
        }
    }
}
