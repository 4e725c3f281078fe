package dev.treaty.provider.verification.report;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.report.VerificationResult.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The verification results of one build, by contract and interaction key. */
public final class BuildResults {

    private final Map<String, VerificationResult> results = new LinkedHashMap<>();

    private BuildResults() {}

    /**
     * Reads {@code <provider>/target/verifications/*.json} of every provider module.
     *
     * @param build the id of the build; results of other builds are ignored
     */
    public static BuildResults read(Path providers, String build) {
        var results = new BuildResults();
        var written = providers.getFileSystem().getPathMatcher("glob:**/target/verifications/*.json");
        if (Files.notExists(providers)) {
            return results;
        }
        try (var files = Files.walk(providers, 4)) {
            files.filter(written::matches).sorted().forEach(file -> results.add(file, build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    private void add(Path file, String build) {
        var found = VerificationRecord.read(file);
        if (found.build().equals(build)) {
            found.results().forEach(result -> results.merge(key(result), result, BuildResults::worse));
        }
    }

    /** The worse of two results of one interaction; a skipped one only counts if both were skipped. */
    private static VerificationResult worse(VerificationResult one, VerificationResult other) {
        if (one.outcome() == Outcome.SKIPPED || other.outcome() == Outcome.SKIPPED) {
            return one.outcome() == Outcome.SKIPPED ? other : one;
        }
        return one.outcome().compareTo(other.outcome()) <= 0 ? one : other;
    }

    /**
     * All interactions of the contracts, verified or not, and those of other contracts that were verified. Versions of a contract that came
     * from a broker replace the committed one.
     */
    public VerificationReport with(List<PactFile> contracts) {
        var all = new LinkedHashMap<String, VerificationResult>();
        var fromBroker = results.values().stream()
                .filter(result -> !result.version().isEmpty())
                .map(VerificationResult::contract)
                .collect(Collectors.toSet());
        for (var contract : contracts) {
            VerificationResult.notVerified(contract).stream()
                    .filter(result -> !fromBroker.contains(result.contract()))
                    .forEach(result -> all.put(key(result), result));
        }
        all.putAll(results);
        return new VerificationReport(all.values().stream().toList());
    }

    private static String key(VerificationResult result) {
        return result.contract() + "#" + result.version() + "#" + result.key();
    }
}
