package dev.treaty.stubs.bench;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The packaged stub server, asked by a thousand connections for {@code -Dsoak.minutes=10}: it answers rightly all the time, and has at
 * the end no more memory, threads and descriptors than after a quarter of it.
 */
@Tag("nightly")
@EnabledOnOs(value = OS.LINUX, disabledReason = "what a process has is read from /proc")
class SoakIT {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = "../server/target/treaty-stubs.jar";
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("soak.minutes", 10));
    private static final int CONNECTIONS = 1_000;

    private final Path folder = Path.of("target/soak");

    @Test
    void a_thousand_connections_leave_the_server_as_it_was() throws Exception {
        var pact = Files.createDirectories(folder).resolve("billing-stripe.json");
        SoakTraffic.writePact(pact);
        var machine = MachineInfo.here();
        try (var server = ServerProcess.start(
                "the stub server",
                port -> List.of(
                        JAVA, "-jar", JAR, "serve", "--pacts", pact.toString(), "--port=0", "--listen=stripe=" + port),
                SoakTraffic.first(),
                folder.resolve("stub-server.log"),
                Duration.ofMinutes(1))) {
            var exchanges = SoakTraffic.exchanges(server.address());

            var soak = new SoakRun(server, exchanges, CONNECTIONS, folder).soak(LENGTH);

            var report = new SoakReport(soak, machine);
            Files.writeString(Path.of("target/soak.md"), report.markdown());
            System.out.printf("%n%s%nEvery sample is in stubs/bench/target/soak.md.%n%n", report.text());
            soak.fault().ifPresent(fault -> fail(fault));
        }
    }
}
