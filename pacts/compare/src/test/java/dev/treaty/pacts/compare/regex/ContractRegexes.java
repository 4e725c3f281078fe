package dev.treaty.pacts.compare.regex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The regexes of the contracts in this repository. */
final class ContractRegexes {

    private ContractRegexes() {}

    static Set<String> in(Path folder) {
        var regexes = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                add(new ObjectMapper().readTree(file.toFile()), regexes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return regexes;
    }

    private static void add(JsonNode node, Set<String> regexes) {
        if (node.path("match").asText().equals("regex")) {
            regexes.add(node.path("regex").asText());
        }
        node.forEach(each -> add(each, regexes));
    }
}
