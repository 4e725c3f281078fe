package dev.treaty.consumer.routeplanning.connection;

import dev.treaty.consumer.http.Query;
import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/** An access token of Mapbox. It is part of the URL of each request; neither {@code toString} nor any message shows it. */
public final class MapboxToken {

    private static final Pattern TOKEN = Pattern.compile("[pst]k\\.[A-Za-z0-9._-]+");

    private final String text;

    /**
     * The token that Mapbox has issued.
     *
     * @throws IllegalArgumentException if it is none; the message does not show it
     */
    public MapboxToken(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "The access token of Mapbox does not look like one (it is not shown).",
                            "the settings of the client, e.g. MAPBOX_ACCESS_TOKEN",
                            "copy it from the account's page at Mapbox; it begins with pk., sk. or tk.")
                    .toString());
        }
        this.text = text;
    }

    /** The parameters with the token, which their {@code toString} does not show. */
    Query addedTo(Query parameters) {
        return parameters.andSecret("access_token", text);
    }

    @Override
    public String toString() {
        return "MapboxToken[…]";
    }
}
