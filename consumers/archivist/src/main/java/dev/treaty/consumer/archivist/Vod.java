package dev.treaty.consumer.archivist;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A show, or one version of it, as video on demand.
 *
 * @param show the id of the show
 * @param url where it can be watched; null until it is transcoded
 */
public record Vod(
        int id,
        int show,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Nullable URI url) {

    /** Turns the empty address, which Cablecast sends before there is a video, into null. */
    public Vod {
        if (url != null && url.toString().isEmpty()) {
            url = null;
        }
    }
}
