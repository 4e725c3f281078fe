package dev.treaty.consumer.archivist.connection;

import dev.treaty.consumer.archivist.connection.CablecastException.NotFound;
import dev.treaty.consumer.archivist.connection.CablecastException.Rejected;
import dev.treaty.consumer.archivist.connection.CablecastException.Unauthorized;
import dev.treaty.consumer.archivist.connection.CablecastException.Unavailable;
import dev.treaty.consumer.archivist.connection.CablecastException.UnexpectedResponse;
import dev.treaty.consumer.http.HttpApiException.UnreadableReply;
import dev.treaty.consumer.http.HttpReply;
import java.util.List;
import java.util.function.Supplier;

/**
 * A successful response from Cablecast: resources under their roots, one under a singular name ({@code show}), many under a
 * plural one ({@code shows}). Unknown members are ignored; a missing member makes it {@link UnexpectedResponse}.
 */
public record CablecastResponse(HttpReply reply) {

    /** Reads a response, or throws the exception that its status means. */
    static CablecastResponse of(HttpReply reply, String subject) {
        var status = reply.status();
        var where = reply.where();
        if (reply.isSuccess()) {
            return readable(reply);
        }
        throw switch (status) {
            case 401, 403 -> new Unauthorized(status, subject, where);
            case 404 -> new NotFound(where);
            case 429 -> new Unavailable("Cablecast has received too many requests (HTTP 429).", where, null);
            default ->
                status < 500
                        ? new Rejected(status, reply.excerpt(), where)
                        : new Unavailable("Cablecast failed (HTTP %d).".formatted(status), where, null);
        };
    }

    /** Another server at this address is easily recognized by what it says. */
    private static CablecastResponse readable(HttpReply reply) {
        if (reply.jsonIfAny().isEmpty()) {
            throw new UnexpectedResponse("Cablecast's response is not JSON: " + reply.excerpt(), reply.where(), null);
        }
        return new CablecastResponse(reply);
    }

    /** Reads the one resource under a singular root. */
    public <T> T one(String root, Class<T> type) {
        return reading(() -> reply.read(root, type));
    }

    /** Reads the resources under a plural root. */
    public <T> List<T> many(String root, Class<T> type) {
        return reading(() -> reply.list(root, type));
    }

    /** Reads one page of the resources under a plural root, with the total count from {@code meta}. */
    public <T> Page<T> page(String root, Class<T> type, PageWindow window) {
        return new Page<>(many(root, type), window, one("meta", Meta.class).count());
    }

    private static <T> T reading(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableReply e) {
            throw new UnexpectedResponse(
                    e.errorMessage().what(), e.errorMessage().where(), e);
        }
    }

    /** @param count how many resources there are in all */
    record Meta(int count) {}
}
