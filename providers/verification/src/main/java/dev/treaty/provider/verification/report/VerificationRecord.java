package dev.treaty.provider.verification.report;

import java.util.List;

/**
 * The results of one verification class, as written to {@code target/verifications/<TestClass>.json}.
 *
 * @param build the id of the build
 */
public record VerificationRecord(String build, List<VerificationResult> results) {

    /** Copies the results. */
    public VerificationRecord {
        results = List.copyOf(results);
    }
}
