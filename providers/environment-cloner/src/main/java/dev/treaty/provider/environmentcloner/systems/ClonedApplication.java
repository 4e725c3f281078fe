package dev.treaty.provider.environmentcloner.systems;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application whose environments are cloned.
 *
 * @param migrations where Flyway finds its migrations, e.g. {@code classpath:db/lofts}
 * @param systems what can be left out; tables of other schemas are always cloned
 */
public record ClonedApplication(String migrations, List<ClonedSystem> systems) {

    public ClonedApplication {
        systems = List.copyOf(systems);
    }

    /** The application of the sample: lofts for rent. */
    public static ClonedApplication lofts() {
        return new ClonedApplication(
                "classpath:db/lofts",
                List.of(
                        new ClonedSystem("audit", "audit", Map.of("audit_logs", "logged_at")),
                        new ClonedSystem("conversations", "conversations", Map.of("messages", "sent_at")),
                        new ClonedSystem("reservations", "reservations", Map.of("reservations", "created_at"))));
    }

    /** The names of the systems. */
    public List<String> names() {
        return systems.stream().map(ClonedSystem::name).toList();
    }

    /** The system whose tables are in a schema; empty for a schema that is always cloned. */
    public Optional<ClonedSystem> ofSchema(String schema) {
        return systems.stream().filter(system -> system.schema().equals(schema)).findFirst();
    }
}
