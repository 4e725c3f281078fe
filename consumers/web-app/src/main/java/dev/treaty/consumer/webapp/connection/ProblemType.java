package dev.treaty.consumer.webapp.connection;

import java.util.Arrays;

/** The problems (RFC 9457) that this client distinguishes, by their {@code type}. */
public enum ProblemType {
    ALREADY_A_MEMBER("already-a-member"),
    E_MAIL_TAKEN("e-mail-taken"),
    INVALID_FIELDS("invalid-fields"),
    MEMBER_NOT_FOUND("member-not-found"),
    NAME_TAKEN("name-taken"),
    NOT_A_MEMBER("not-a-member"),
    OWNER_STAYS("owner-stays"),
    REFRESH_TOKEN_REVOKED("refresh-token-revoked"),
    ROLE_TOO_LOW("role-too-low"),
    STALE_VERSION("stale-version"),
    WORKSPACE_NOT_FOUND("workspace-not-found"),
    WRONG_CREDENTIALS("wrong-credentials"),
    /** Any other. */
    UNKNOWN("about:blank");

    private static final String BASE = "https://treaty.dev/problems/";

    private final String slug;

    ProblemType(String slug) {
        this.slug = slug;
    }

    /** The type that a problem document names. */
    public static ProblemType of(String type) {
        return Arrays.stream(values())
                .filter(known -> type.equals(BASE + known.slug))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
