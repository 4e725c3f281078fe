package dev.treaty.pacts.files.audit;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names of consumers and providers that nobody can use: the name of a provider is the first segment of its paths. */
final class ParticipantAudit {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cc}|\\p{Cf}");

    /** RFC 3986, section 6.2.2.3. */
    private static final Set<String> DOTS = Set.of(".", "..");

    private static final String ADMIN = "__admin";

    private ParticipantAudit() {}

    /** @param role {@code "consumer"} or {@code "provider"} */
    static Optional<Loss> loss(String role, String name) {
        if (name.isBlank()) {
            return because("has an empty name for its %s".formatted(role), "write the name of the " + role);
        }
        if (INVISIBLE.matcher(name).find() || !name.equals(name.strip())) {
            return because(
                    "has a name for its %s with characters that nobody sees".formatted(role),
                    "remove control characters, and blanks at the beginning and the end");
        }
        if (!role.equals("provider")) {
            return Optional.empty();
        }
        if (DOTS.contains(name)) {
            return because(
                    "has a provider named \"%s\", which clients leave out of paths".formatted(name),
                    "give the provider another name");
        }
        return name.equals(ADMIN)
                ? because(
                        "has a provider named \"%s\", under which the server has its admin API".formatted(name),
                        "give the provider another name")
                : Optional.empty();
    }

    private static Optional<Loss> because(String what, String fix) {
        return Optional.of(new Loss("", what, fix));
    }
}
