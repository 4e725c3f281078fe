package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class JarContentsIT {

    /** The engine is compiled with JUnit, for tests of other repositories, which bring it themselves. */
    @Test
    void junit_is_not_among_them() throws IOException {
        try (var jar = new JarFile(Path.of("target/treaty-stubs.jar").toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("dev/treaty/stubs/replay/StubServer.class")
                    .noneMatch(name -> name.startsWith("org/junit/"));
        }
    }
}
