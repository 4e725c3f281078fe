package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.connection.CablecastConnection;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.archivist.connection.Credentials;
import dev.treaty.consumer.http.Timeouts;
import java.net.URI;
import java.util.Objects;

/**
 * A station's Cablecast server, by subject. Every call throws a {@link CablecastException} if it does not get what it
 * requested. Safe to share between threads.
 */
public final class Cablecast {

    private final Shows shows;
    private final Vods vods;
    private final Schedule schedule;

    /**
     * A client of one server; it connects on the first call.
     *
     * @param server where the API's path begins, without user and password, e.g. {@code https://station.example}
     * @param credentials who writes; reading needs none
     * @throws IllegalArgumentException if the server is not an HTTP address or contains credentials
     */
    public Cablecast(URI server, Credentials credentials, Timeouts timeOuts) {
        Objects.requireNonNull(credentials, "credentials");
        var connection = new CablecastConnection(server, credentials, timeOuts);
        this.shows = new Shows(connection);
        this.vods = new Vods(connection);
        this.schedule = new Schedule(connection);
    }

    /** The shows of the station. */
    public Shows shows() {
        return shows;
    }

    /** The shows as video on demand. */
    public Vods vods() {
        return vods;
    }

    /** The broadcast schedule. */
    public Schedule schedule() {
        return schedule;
    }
}
