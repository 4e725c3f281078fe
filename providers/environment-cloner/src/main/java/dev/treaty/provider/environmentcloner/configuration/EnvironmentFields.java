package dev.treaty.provider.environmentcloner.configuration;

import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one environment, wherever they are written, and the environment that they make. */
final class EnvironmentFields {

    /** The fields beside the URL. */
    static final List<String> NAMES =
            List.of("kind", "name", "reader", "reader-secret-from", "writer", "writer-secret-from");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** PostgreSQL would take them, but whoever writes a password into an address shows it in every list of processes. */
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?]*@|[?&](?i:user|password|sslpassword)=");

    private final String id;
    private final Map<String, String> values;
    private final Function<String, Optional<String>> secrets;

    private EnvironmentFields(String id, Map<String, String> values, Function<String, Optional<String>> secrets) {
        this.id = id;
        this.values = new LinkedHashMap<>(values);
        this.secrets = secrets;
    }

    /**
     * The environment that the fields make.
     *
     * @param values among them {@code url} and {@code kind}, which must be there, and {@code reader} or {@code writer}
     * @param secrets gives a password by the environment variable that holds it
     */
    static Environment environment(String id, Map<String, String> values, Function<String, Optional<String>> secrets)
            throws InvalidEnvironment {
        return new EnvironmentFields(id, values, secrets).environment();
    }

    private Environment environment() throws InvalidEnvironment {
        if (!ID.matcher(id).matches()) {
            throw new InvalidEnvironment(
                    "An environment cannot be called \"%s\".".formatted(id),
                    "use lower-case letters, digits and hyphens, at most 41, and begin with a letter");
        }
        for (var field : values.keySet()) {
            if (!field.equals("url") && !NAMES.contains(field)) {
                throw new InvalidEnvironment(
                        "The environment %s has an unknown field \"%s\".".formatted(id, field),
                        "use url, " + String.join(", ", NAMES));
            }
        }
        var reader = credentials("reader");
        var writer = credentials("writer");
        if (reader.isEmpty() && writer.isEmpty()) {
            throw new InvalidEnvironment(
                    "The environment %s has no role to connect as.".formatted(id),
                    "name the role that reads it as a source in reader, or the one that replaces it as a target in"
                            + " writer, or both");
        }
        return new Environment(id, values.getOrDefault("name", id), kind(), url(), reader, writer);
    }

    private EnvironmentKind kind() throws InvalidEnvironment {
        return EnvironmentKind.of(values.getOrDefault("kind", ""))
                .orElseThrow(() -> new InvalidEnvironment(
                        "The environment %s does not say of which kind it is.".formatted(id),
                        "set kind to one of " + String.join(", ", EnvironmentKind.words())));
    }

    private String url() throws InvalidEnvironment {
        var url = values.getOrDefault("url", "");
        if (!url.startsWith(POSTGRESQL)) {
            throw new InvalidEnvironment(
                    "The environment %s has no JDBC URL of a PostgreSQL.".formatted(id),
                    "write one like jdbc:postgresql://db.example:5432/training");
        }
        if (CREDENTIALS.matcher(url).find()) {
            throw new InvalidEnvironment(
                    "The URL of the environment %s contains credentials.".formatted(id),
                    "name roles in reader and writer, and the variables with their passwords in reader-secret-from and"
                            + " writer-secret-from");
        }
        return url;
    }

    private Optional<Credentials> credentials(String role) throws InvalidEnvironment {
        var secretFrom = role + "-secret-from";
        var name = values.get(role);
        if (name == null && values.containsKey(secretFrom)) {
            throw new InvalidEnvironment(
                    "The environment %s has a %s and no %s.".formatted(id, secretFrom, role),
                    "set %s, too".formatted(role));
        }
        return name == null ? Optional.empty() : Optional.of(new Credentials(name, secret(values.get(secretFrom))));
    }

    private String secret(@Nullable String variable) throws InvalidEnvironment {
        if (variable == null) {
            return "";
        }
        return secrets.apply(variable)
                .orElseThrow(() -> new InvalidEnvironment(
                        "The environment variable %s, which holds a password of the environment %s, is not set."
                                .formatted(variable, id),
                        "set it before the service starts"));
    }
}
