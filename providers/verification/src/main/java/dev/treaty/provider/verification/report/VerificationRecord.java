package dev.treaty.provider.verification.report;

import java.util.List;

/**
 * What one verification class found, as it is left in {@code target/verifications/<TestClass>.json}.
 *
 * @param build the id of the build it ran in
 */
public record VerificationRecord(String build, List<VerificationResult> results) {

    /** Keeps a copy. */
    public VerificationRecord {
        results = List.copyOf(results);
    }
}
