package dev.treaty.provider.environmentcloner.anonymise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Reads an anonymisation profile, a YAML file that a data-protection officer can read:
 *
 * <pre>{@code
 * tables:
 *   reservations.reservations:
 *     guest_name: person-name
 *     country: {keep: Statistics by country need it, and a country does not identify a guest.}
 *   audit.audit_logs:
 *     new_values:
 *       json:
 *         guest_name: person-name
 *         status: {keep: A status says nothing about a person.}
 * }</pre>
 */
public final class ProfileReader {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String JSON = "json";
    private static final String KEEP = "keep";

    private final String name;
    private final String file;

    private ProfileReader(Path file) {
        this.file = file.toString();
        name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    /**
     * The profile in a file, which is called as the file is, without its extension.
     *
     * @throws InvalidProfile if there is none
     */
    public static AnonymisationProfile read(Path file) {
        return new ProfileReader(file).profile(file);
    }

    private AnonymisationProfile profile(Path path) {
        var root = tree(path);
        if (!root.isObject() || root.size() != 1 || !root.path("tables").isObject()) {
            throw invalid(
                    "The anonymisation profile has no tables, or something beside them.",
                    "",
                    "begin it with \"tables:\", and put each table below, e.g. reservations.reservations");
        }
        return new AnonymisationProfile(
                name, members(root.path("tables"), "tables", (table, where) -> members(table, where, this::column)));
    }

    private JsonNode tree(Path path) {
        try {
            return YAML.readTree(Files.readString(path));
        } catch (JsonProcessingException e) {
            throw invalid(
                    "The anonymisation profile is not valid YAML: %s."
                            .formatted(
                                    e.getOriginalMessage().lines().findFirst().orElse("")),
                    "line %d, column %d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                    "correct what is there");
        } catch (IOException e) {
            throw invalid("The anonymisation profile cannot be read.", "", "name a file that exists and can be read");
        }
    }

    private <T> Map<String, T> members(JsonNode object, String where, BiFunction<JsonNode, String, T> rule) {
        if (!object.isObject()) {
            throw invalid("The anonymisation profile has no names here.", where, "put one name on each line below it");
        }
        var members = new LinkedHashMap<String, T>();
        object.properties()
                .forEach(member ->
                        members.put(member.getKey(), rule.apply(member.getValue(), where + " > " + member.getKey())));
        return members;
    }

    private ColumnRule column(JsonNode rule, String where) {
        return rule.isObject() && rule.size() == 1 && rule.has(JSON)
                ? new ColumnRule.Json(members(rule.path(JSON), where + " > " + JSON, this::value))
                : value(rule, where);
    }

    private ValueRule value(JsonNode rule, String where) {
        if (rule.isTextual()) {
            return new ValueRule.Replace(Domain.of(rule.textValue())
                    .orElseThrow(() -> invalid(
                            "There is no kind of personal data \"%s\".".formatted(rule.textValue()),
                            where,
                            "write one of " + Domain.words().stream().collect(Collectors.joining(", ")))));
        }
        if (rule.isObject() && rule.size() == 1 && !rule.path(KEEP).asText("").isBlank()) {
            return new ValueRule.Keep(rule.path(KEEP).asText());
        }
        throw invalid(
                "The anonymisation profile does not say what becomes of these values.",
                where,
                "write a kind of personal data, e.g. \"email\", or \"keep:\" and why the values identify nobody");
    }

    private InvalidProfile invalid(String what, String where, String fix) {
        return new InvalidProfile(what, where.isEmpty() ? file : file + ", " + where, fix);
    }
}
