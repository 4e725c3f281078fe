package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile {@code serve} names all taken ports before it builds anything. Run as the build runs it, from its source, which takes a second. */
class CheckPortsTest {

    private static final Path SOURCE = Path.of("src", "build", "CheckPorts.java");

    @TempDir
    Path folder;

    @Test
    void taken_ports_are_named_all_at_once_with_their_providers() throws Exception {
        try (var one = listening();
                var another = listening()) {
            var said = check("shop = %d%nfree = 0%n".formatted(one.getLocalPort()), "--port=" + another.getLocalPort());

            assertThat(said)
                    .startsWith("Other processes listen on ports that the stub server needs: ")
                    .contains(one.getLocalPort() + " (shop)", another.getLocalPort() + " (the main port)")
                    .contains("\n  where: 127.0.0.1\n  fix:   stop them, or run beside them with ");
            assertThat(folder.resolve("target/ports-are-free")).doesNotExist();
        }
    }

    @Test
    void free_ports_let_the_build_go_on() throws Exception {
        try (var taken = listening()) {
            var table = "shop = %d%n".formatted(taken.getLocalPort());

            assertThat(check(table, "--port", "0", "--own-ports", "none")).isEmpty();
            assertThat(folder.resolve("target/ports-are-free")).exists();
        }
    }

    private String check(String table, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                SOURCE.toString(),
                Files.writeString(folder.resolve("ports.properties"), table).toString(),
                folder.resolve("target/ports-are-free").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
