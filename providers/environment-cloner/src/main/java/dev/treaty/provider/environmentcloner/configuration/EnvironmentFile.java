package dev.treaty.provider.environmentcloner.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.service.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads environments from a YAML file:
 *
 * <pre>{@code
 * environments:
 *   production:
 *     kind: production
 *     url: jdbc:postgresql://db.example:5432/lofts
 *     reader: cloner
 *     reader-secret-from: PRODUCTION_PASSWORD
 * }</pre>
 */
final class EnvironmentFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String ROOT = "environments";

    private final Path file;
    private final Function<String, Optional<String>> secrets;

    private EnvironmentFile(Path file, Function<String, Optional<String>> secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /**
     * The environments in a file, in its order.
     *
     * @param secrets gives a password by the environment variable that holds it
     * @throws CannotStart if it has none, or one that cannot be used
     */
    static List<Environment> read(Path file, Function<String, Optional<String>> secrets) {
        return new EnvironmentFile(file, secrets).environments();
    }

    private List<Environment> environments() {
        var root = tree();
        if (!root.isObject() || root.size() != 1 || !root.path(ROOT).isObject()) {
            throw invalid(
                    "The file has no environments, or something beside them.",
                    "",
                    "begin it with \"environments:\", and put each below it, under its id");
        }
        var environments = new ArrayList<Environment>();
        for (var environment : root.path(ROOT).properties()) {
            var where = ROOT + " > " + environment.getKey();
            try {
                environments.add(EnvironmentFields.environment(
                        environment.getKey(), fields(environment.getValue(), where), secrets));
            } catch (InvalidEnvironment e) {
                throw invalid(String.valueOf(e.getMessage()), where, e.fix());
            }
        }
        return environments;
    }

    private Map<String, String> fields(JsonNode environment, String where) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : environment.properties()) {
            if (!field.getValue().isTextual()) {
                throw invalid(
                        "The field %s is not a text.".formatted(field.getKey()),
                        where + " > " + field.getKey(),
                        "write a text, in quotation marks if it looks like something else");
            }
            fields.put(field.getKey(), field.getValue().textValue());
        }
        return fields;
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw invalid(
                    "The file is not valid YAML.",
                    "line %d, column %d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
                    "correct what is there");
        } catch (IOException e) {
            throw invalid(
                    "The file with the environments cannot be read.", "", "name a file that exists and can be read");
        }
    }

    private CannotStart invalid(String what, String where, String fix) {
        return new CannotStart(what, where.isEmpty() ? file.toString() : file + ", " + where, fix);
    }
}
