package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class JarContentsIT {

    /** The stub server runs without JUnit. */
    @Test
    void junit_is_not_in_the_jar() throws IOException {
        try (var jar = new JarFile(StubServerProcess.JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("dev/treaty/stubs/http/ReplayServer.class")
                    .noneMatch(name -> name.startsWith("org/junit/"));
        }
    }
}
