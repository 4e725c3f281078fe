package dev.treaty.stubs.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class JarContentsIT {

    /** The commands run without JUnit, and without what pact-jvm's own verifier needs. */
    @Test
    void neither_junit_nor_groovy_is_in_the_jar() throws IOException {
        try (var jar = new JarFile(StubServerProcess.JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("dev/treaty/stubs/http/ReplayServer.class")
                    .contains("dev/treaty/provider/verification/command/VerifyCommand.class")
                    .noneMatch(name -> name.startsWith("org/junit/") || name.startsWith("groovy/"));
        }
    }

    /** Its classes are left out; a runtime that looks for an algorithm which it does not have, as that of the image, would fail to load it. */
    @Test
    void no_provider_of_cryptography_is_announced() throws IOException {
        try (var jar = new JarFile(StubServerProcess.JAR.toFile())) {
            assertThat(jar.getEntry("META-INF/services/java.security.Provider")).isNull();
        }
    }
}
