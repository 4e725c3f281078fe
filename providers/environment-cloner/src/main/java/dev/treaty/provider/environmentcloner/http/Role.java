package dev.treaty.provider.environmentcloner.http;

import java.util.Set;

/** What somebody may do: each role includes the ones before it. A token names roles in its {@code roles}. */
enum Role {
    /** Sees everything, and changes nothing. */
    VIEWER("viewer"),

    /** Clones, cancels and restores. */
    OPERATOR("operator");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** As a token names it. */
    String claim() {
        return claim;
    }

    /** Whether one of the roles that a token names is this one, or includes it. */
    boolean isAmong(Set<String> claims) {
        for (var role : values()) {
            if (role.compareTo(this) >= 0 && claims.contains(role.claim)) {
                return true;
            }
        }
        return false;
    }
}
