package dev.treaty.consumer.notifications;

import java.util.Arrays;
import java.util.Optional;

/**
 * The events that notifications reads, each in one version of its schema. A version is a promise: fields may be added to it,
 * but none is renamed, removed or redefined; that requires the next version.
 */
enum EventType {
    USER_REGISTERED("user.registered"),
    WORKSPACE_CREATED("workspace.created"),
    WORKSPACE_RENAMED("workspace.renamed"),
    WORKSPACE_DELETED("workspace.deleted"),
    MEMBER_INVITED("member.invited");

    private static final String PREFIX = "dev.treaty.";
    private static final String VERSION = "v1";

    private final String happening;

    EventType(String happening) {
        this.happening = happening;
    }

    /** The CloudEvents attribute {@code type}, e.g. {@code dev.treaty.user.registered.v1}. */
    String type() {
        return PREFIX + happening + "." + VERSION;
    }

    /** The CloudEvents attribute {@code dataschema}, e.g. {@code https://treaty.dev/schemas/user.registered/v1}. */
    String dataSchema() {
        return "https://treaty.dev/schemas/" + happening + "/" + VERSION;
    }

    /**
     * The event that a type names, in any version of its schema.
     *
     * @param type the CloudEvents attribute, e.g. {@code dev.treaty.user.registered.v2}
     * @return empty for an event that notifications does not know
     */
    static Optional<EventType> ofAnyVersion(String type) {
        return Arrays.stream(values())
                .filter(known -> type.replaceFirst("\\.v\\d+$", "").equals(PREFIX + known.happening))
                .findFirst();
    }
}
