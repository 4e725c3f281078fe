package dev.treaty.consumer.environmentconsole.connection;

import java.util.Arrays;

/** What a problem document (RFC 9457) is about, as far as the console acts on it. */
public enum ProblemType {
    BACKUP_IS_CORRUPT("backup-is-corrupt"),
    BACKUP_IS_EXPIRED("backup-is-expired"),
    BACKUP_NOT_FOUND("backup-not-found"),
    CLONE_IS_OVER("clone-is-over"),
    CLONE_IS_RUNNING("clone-is-running"),
    CLONE_NOT_FOUND("clone-not-found"),
    ENVIRONMENT_NOT_FOUND("environment-not-found"),
    ENVIRONMENT_UNREACHABLE("environment-unreachable"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused"),
    INVALID_CLONE("invalid-clone"),
    PRODUCTION_IS_NEVER_A_TARGET("production-is-never-a-target"),
    ROLE_TOO_LOW("role-too-low"),
    SCHEMA_IS_UNKNOWN("schema-is-unknown"),
    SOURCE_IS_NOT_READ_ONLY("source-is-not-read-only"),
    TARGET_IS_BEING_CLONED("target-is-being-cloned"),
    TOKEN_EXPIRED("token-expired"),
    TOKEN_MISSING("token-missing"),
    TOO_MANY_CLONES("too-many-clones"),
    UNCLASSIFIED_COLUMNS("unclassified-columns"),
    UNKNOWN_PROFILE("unknown-profile"),
    /** Any other. */
    UNKNOWN("about:blank");

    private static final String BASE = "https://treaty.dev/problems/";

    private final String slug;

    ProblemType(String slug) {
        this.slug = slug;
    }

    /** The last part of the type, e.g. {@code "clone-is-over"}. */
    public String slug() {
        return slug;
    }

    /** The type that a problem document names. */
    public static ProblemType of(String type) {
        return Arrays.stream(values())
                .filter(known -> type.equals(BASE + known.slug))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
