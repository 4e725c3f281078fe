package dev.treaty.stubs.page.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the last build verified, read from the files {@code <provider>/target/verifications/*.json} that it wrote. */
public final class Verifications {

    /** Nothing is known. */
    public static final Verifications NONE = new Verifications(Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<List<String>, Verification> byInteraction;

    private Verifications(Map<List<String>, Verification> byInteraction) {
        this.byInteraction = Map.copyOf(byInteraction);
    }

    /**
     * Reads the files of all providers; those that are broken are left out, and said so in the log.
     *
     * @param providers the folder with a folder for each provider; need not exist
     */
    public static Verifications read(Path providers) {
        var found = new HashMap<List<String>, Verification>();
        try (var modules = Files.isDirectory(providers) ? Files.list(providers) : Stream.<Path>of()) {
            modules.map(module -> module.resolve("target").resolve("verifications"))
                    .filter(Files::isDirectory)
                    .flatMap(Verifications::files)
                    .forEach(file -> add(file, found));
        } catch (IOException e) {
            LOG.warn("The results of verifications cannot be listed: {}", e.toString());
        }
        return new Verifications(found);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            var found = Stream.<Path>builder();
            files.forEach(found);
            return found.build();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static void add(Path file, Map<List<String>, Verification> found) {
        try {
            var record = JSON.readTree(file.toFile());
            record.path("results")
                    .forEach(result -> found.merge(key(result), of(record, result), Verifications::later));
        } catch (IOException e) {
            LOG.warn(
                    "The results in {} cannot be read: {}",
                    file.getFileName(),
                    e.getClass().getSimpleName());
        }
    }

    private static List<String> key(JsonNode result) {
        return List.of(
                result.path("consumer").asText(),
                result.path("provider").asText(),
                result.path("key").asText());
    }

    private static Verification of(JsonNode record, JsonNode result) {
        return new Verification(
                result.path("outcome").asText("NOT_VERIFIED"),
                result.path("target").asText(),
                result.path("why").asText(),
                record.path("made").asText(),
                record.path("commit").asText());
    }

    /** The provider itself counts for more than its replay, and what is newer for more than what is older. */
    private static Verification later(Verification one, Verification other) {
        var isOneReal = one.outcome().equals("VERIFIED") || one.outcome().equals("FAILED");
        var isOtherReal = other.outcome().equals("VERIFIED") || other.outcome().equals("FAILED");
        if (isOneReal != isOtherReal) {
            return isOneReal ? one : other;
        }
        return one.made().compareTo(other.made()) >= 0 ? one : other;
    }

    /** Whether no file was found. */
    public boolean areNone() {
        return byInteraction.isEmpty();
    }

    /** The last one of an interaction. */
    public Verification of(InteractionOrigin interaction) {
        if (areNone()) { // a key may have to be computed
            return Verification.NONE;
        }
        return byInteraction.getOrDefault(
                List.of(interaction.consumer(), interaction.provider(), interaction.key()), Verification.NONE);
    }
}
