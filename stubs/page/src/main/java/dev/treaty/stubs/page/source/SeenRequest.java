package dev.treaty.stubs.page.source;

import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that the server has seen, and what it responded. */
public final class SeenRequest {

    private final long number;
    private final Instant time;
    private final RawRequest request;
    private final Outcome outcome;
    /** That of a request without a response, because a fault broke the connection. */
    public static final int NO_STATUS = 0;

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final @Nullable InteractionOrigin interaction;

    /**
     * @param number counts the requests of this run of the server, from 0 on
     * @param status of the response; {@link #NO_STATUS} if there was none
     * @param headers of the response
     * @param body of the response; not copied
     * @param interaction that answered; null if none did
     */
    public SeenRequest(
            long number,
            Instant time,
            RawRequest request,
            Outcome outcome,
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            @Nullable InteractionOrigin interaction) {
        this.number = number;
        this.time = time;
        this.request = request;
        this.outcome = outcome;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.interaction = interaction;
    }

    /** Counts the requests of this run of the server, from 0 on. */
    public long number() {
        return number;
    }

    /** When it was answered. */
    public Instant time() {
        return time;
    }

    /** As it arrived. */
    public RawRequest request() {
        return request;
    }

    /** As contracts see it. */
    public ReceivedRequest received() {
        return ReceivedRequest.of(request);
    }

    /** What came of it. */
    public Outcome outcome() {
        return outcome;
    }

    /** Of the response. */
    public int status() {
        return status;
    }

    /** Of the response, by name. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Of the response; not copied. */
    public byte[] body() {
        return body;
    }

    /** The interaction that answered. */
    public Optional<InteractionOrigin> interaction() {
        return Optional.ofNullable(interaction);
    }
}
