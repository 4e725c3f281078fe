package dev.treaty.provider.threatintelligence;

import java.util.Set;

/** What somebody may do. An access token names roles; an analyst may do what a viewer may. */
enum Permission {
    READ(true, "You may not read what threat intelligence knows"),
    WRITE(false, "You may read what threat intelligence knows, but not add to it");

    private static final String ANALYST = "security-analyst";
    private static final String VIEWER = "security-viewer";

    private final boolean isForViewers;
    private final String refusal;

    Permission(boolean isForViewers, String refusal) {
        this.isForViewers = isForViewers;
        this.refusal = refusal;
    }

    boolean isGivenBy(Set<String> roles) {
        return roles.contains(ANALYST) || (isForViewers && roles.contains(VIEWER));
    }

    String refusal() {
        return refusal;
    }
}
