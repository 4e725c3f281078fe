package dev.treaty.provider.verification.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The results of one verification, as written to its JSON file.
 *
 * @param build the id of the build; {@code "none"} if there is none
 * @param made when, in ISO 8601
 * @param commit what was checked out; empty if it is unknown
 */
public record VerificationRecord(String build, String made, String commit, List<VerificationResult> results) {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Where a file is until it is complete; deeper than other modules look, which read all results while this one is written. */
    private static final String PARTIAL = "partial";

    /** Copies the results. */
    public VerificationRecord {
        results = List.copyOf(results);
    }

    static VerificationRecord of(List<VerificationResult> results, ReportOrigin origin) {
        return new VerificationRecord(
                System.getProperty("build.id", "none"),
                origin.made().toString(),
                origin.commit().orElse(""),
                results);
    }

    static VerificationRecord read(Path file) {
        try {
            return JSON.readValue(file.toFile(), VerificationRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try {
            var partial = Files.createDirectories(file.resolveSibling(PARTIAL)).resolve(file.getFileName());
            JSON.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), this);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
