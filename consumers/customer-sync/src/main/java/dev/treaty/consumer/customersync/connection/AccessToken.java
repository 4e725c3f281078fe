package dev.treaty.consumer.customersync.connection;

import dev.treaty.pacts.errors.ErrorMessage;

/** A personal access token, or an OAuth access token, of Airtable. {@code toString} does not show it. */
public final class AccessToken {

    private final String text;

    /**
     * The token that Airtable has issued.
     *
     * @throws IllegalArgumentException if it is empty, or an API key ({@code key…}), which Airtable no longer accepts; the message does not
     *     show it
     */
    public AccessToken(String text) {
        if (text.isBlank() || text.startsWith("key")) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "The access token of Airtable is empty, or an API key, which Airtable no longer accepts.",
                            "the settings of the client",
                            "create a personal access token (pat…) with the scopes data.records:read, data.records:write"
                                    + " and webhook:manage")
                    .toString());
        }
        this.text = text;
    }

    /** The value of the {@code Authorization} header. */
    String authorization() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
