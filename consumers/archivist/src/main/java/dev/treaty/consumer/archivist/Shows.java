package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.connection.CablecastConnection;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.archivist.connection.Page;
import dev.treaty.consumer.archivist.connection.PageWindow;
import dev.treaty.consumer.http.Query;
import java.util.Comparator;
import java.util.List;

/** The shows of the station. */
public final class Shows {

    private final CablecastConnection connection;

    Shows(CablecastConnection connection) {
        this.connection = connection;
    }

    /** Finds the shows that match some words, one page at a time; continue with {@link Page#next()}. */
    public Page<Show> search(String words, PageWindow window) {
        return connection.get("/shows", window.addTo(Query.of("search", words))).page("shows", Show.class, window);
    }

    /**
     * Reads one show with its reels and VODs, in one call.
     *
     * @throws CablecastException.NotFound if there is no such show
     */
    public ShowWithVideos find(int id) {
        var response = connection.get("/shows/" + id, Query.of("include", "reel,vod"));
        var reels = response.many("reels", Reel.class).stream()
                .sorted(Comparator.comparingInt(Reel::number))
                .toList();
        return new ShowWithVideos(response.one("show", Show.class), reels, response.many("vods", Vod.class));
    }

    /**
     * Creates a show. It has no reel and no VOD yet.
     *
     * @return the id of the show
     */
    public int create(NewShow show) {
        var body = new Body(show.title(), show.title(), false, show.comments(), show.location(), List.of());
        return connection
                .post("/shows", "show", body)
                .one("show", CreatedResource.class)
                .id();
    }

    /**
     * A show as Cablecast accepts it.
     *
     * @param cgTitle the title for the audience ("character generator")
     * @param cgExempt whether it is hidden from the audience
     */
    record Body(
            String title, String cgTitle, boolean cgExempt, String comments, int location, List<Object> customFields) {}
}
