package dev.treaty.provider.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the verifications of one build found, by contract and interaction key. */
final class Results {

    private final Map<String, Result> results = new HashMap<>();

    /**
     * What came of one interaction.
     *
     * @param outcome {@code VERIFIED}, {@code SKIPPED}, {@code FAILED}, or {@code NOT VERIFIED} when nobody asked
     * @param why the reason of a skip or a failure; empty otherwise
     */
    record Result(String outcome, String why) {}

    /**
     * Reads {@code <provider>/target/verifications/*.json} of every provider module.
     *
     * @param build results of other builds than this one are left out
     */
    static Results read(Path providers, String build) {
        var results = new Results();
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
        JsonNode run;
        try {
            run = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (run.path("build").asText().equals(build)) {
            for (var result : run.path("results")) {
                results.put(
                        key(result.path("contract").asText(), result.path("key").asText()),
                        new Result(
                                result.path("outcome").asText(),
                                result.path("why").asText()));
            }
        }
    }

    Result of(String contract, String key) {
        return results.getOrDefault(key(contract, key), new Result("NOT VERIFIED", ""));
    }

    private static String key(String contract, String key) {
        return contract + "#" + key;
    }
}
