package dev.treaty.stubs.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.files.PactFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Results as a build leaves them: most contracts verified, one replayed by a simulation, one with a failure, one not verified. */
final class VerifiedContracts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VerifiedContracts() {}

    /** Writes them below a folder. */
    static void write(Collection<PactFile> contracts, Path providers) {
        var record = JSON.createObjectNode().put("made", "2026-12-01T10:00:00Z").put("commit", "4f2c9d1");
        var results = record.putArray("results");
        for (var contract : contracts) {
            for (var interaction : contract.pact().getInteractions()) {
                results.addObject()
                        .put("consumer", contract.consumer())
                        .put("provider", contract.provider())
                        .put("key", interaction.asV4Interaction().uniqueKey())
                        .put("outcome", outcome(contract));
            }
        }
        for (var result : results) {
            if (result.path("provider").asText().equals("twilio")) {
                ((ObjectNode) result).put("outcome", "FAILED");
                break;
            }
        }
        try {
            var folder = Files.createDirectories(providers.resolve("any/target/verifications"));
            JSON.writeValue(folder.resolve("any.json").toFile(), record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String outcome(PactFile contract) {
        return switch (contract.provider()) {
            case "cablecast", "virustotal", "abuseipdb", "misp" -> "SIMULATED";
            case "environment-cloner" -> "NOT_VERIFIED";
            default -> "VERIFIED";
        };
    }
}
