package dev.treaty.consumer.incidentdesk;

import java.util.Arrays;
import java.util.Optional;

/**
 * The events that the incident desk reads, each in one version of its schema. A version is a promise: fields may be added to it,
 * but none is renamed, removed or redefined; that requires the next version.
 */
enum EventType {
    CLONE_COMPLETED("clone.completed"),
    CLONE_FAILED("clone.failed"),
    CLONE_CANCELLED("clone.cancelled"),
    ENVIRONMENT_RESTORED("environment.restored"),
    PRODUCTION_ACCESS_REFUSED("production.access-refused"),
    BACKUP_EXPIRES("backup.expires"),
    VENDOR_DEGRADED("vendor.degraded"),
    VENDOR_RECOVERED("vendor.recovered"),
    COST_THRESHOLD_REACHED("cost.threshold-reached"),
    KEY_EXPIRES("key.expires");

    private static final String PREFIX = "dev.treaty.";
    private static final String VERSION = "v1";

    private final String happening;

    EventType(String happening) {
        this.happening = happening;
    }

    /** The CloudEvents attribute {@code type}, e.g. {@code dev.treaty.clone.failed.v1}. */
    String type() {
        return PREFIX + happening + "." + VERSION;
    }

    /** The CloudEvents attribute {@code dataschema}, e.g. {@code https://treaty.dev/schemas/clone.failed/v1}. */
    String dataSchema() {
        return "https://treaty.dev/schemas/" + happening + "/" + VERSION;
    }

    /**
     * The event that a type names, in any version of its schema.
     *
     * @param type the CloudEvents attribute, e.g. {@code dev.treaty.clone.failed.v2}
     * @return empty for an event that the incident desk does not know
     */
    static Optional<EventType> ofAnyVersion(String type) {
        return Arrays.stream(values())
                .filter(known -> type.replaceFirst("\\.v\\d+$", "").equals(PREFIX + known.happening))
                .findFirst();
    }
}
