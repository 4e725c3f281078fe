package dev.treaty.consumer.fleettracking.connection;

import dev.treaty.consumer.http.HttpReply;
import java.time.Duration;
import java.util.List;

/**
 * What is new in a feed since a cursor.
 *
 * @param cursor to ask from next time, also if there is nothing new
 * @param hasMore whether more is there already
 */
public record FeedPage<T>(List<T> items, Cursor cursor, boolean hasMore) {

    /** How long to wait at least when there is nothing more, as Samsara's documentation asks. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Keeps a copy of the items. */
    public FeedPage {
        items = List.copyOf(items);
    }

    /** Reads what is new from a reply. */
    public static <T> FeedPage<T> of(HttpReply reply, Class<T> type) {
        var pagination = reply.read("pagination", Pagination.class);
        return new FeedPage<>(reply.list("data", type), new Cursor(pagination.endCursor()), pagination.hasNextPage());
    }

    /** How long to wait before the next call. */
    public Duration pause() {
        return hasMore ? Duration.ZERO : PAUSE;
    }
}
