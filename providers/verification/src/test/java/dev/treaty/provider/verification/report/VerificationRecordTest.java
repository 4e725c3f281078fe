package dev.treaty.provider.verification.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationRecordTest {

    private static final int TIMES = 300;

    @TempDir
    private Path providers;

    /** Modules that are verified at the same time read each other's results. */
    @Test
    void results_can_be_read_while_they_are_written_again() throws Exception {
        var record = VerificationRecord.of(List.of(), new ReportOrigin(Instant.EPOCH, Optional.empty()));
        var file = Files.createDirectories(providers.resolve("auth/target/verifications"))
                .resolve("AuthTest.json");
        record.write(file);

        var writing = CompletableFuture.runAsync(() -> {
            for (var i = 0; i < TIMES; i++) {
                record.write(file);
            }
        });
        var results = 0;
        while (!writing.isDone()) {
            results += BuildResults.read(providers, record.build())
                    .with(List.of())
                    .results()
                    .size();
        }

        writing.get();
        assertThat(results).isZero();
        assertThat(VerificationRecord.read(file)).isEqualTo(record);
    }
}
