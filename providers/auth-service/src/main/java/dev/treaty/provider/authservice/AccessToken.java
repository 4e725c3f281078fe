package dev.treaty.provider.authservice;

import com.fasterxml.jackson.annotation.JsonValue;

/** A signed JWT, as it goes into an {@code Authorization} field; never shown but to whom it is for. */
record AccessToken(@JsonValue String text) {

    @Override
    public String toString() {
        return "AccessToken";
    }
}
