package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.connection.CablecastConnection;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.archivist.connection.Page;
import dev.treaty.consumer.archivist.connection.PageWindow;
import dev.treaty.consumer.archivist.connection.Query;
import java.util.Comparator;
import java.util.List;

/** What the station has to show. */
public final class Shows {

    private final CablecastConnection connection;

    Shows(CablecastConnection connection) {
        this.connection = connection;
    }

    /** The shows that match some words, a part of them at a time; go on with {@link Page#next()}. */
    public Page<Show> search(String words, PageWindow window) {
        return connection.get("/shows", Query.of("search", words).and(window)).page("shows", Show.class, window);
    }

    /**
     * One show with its reels and VODs, in one call.
     *
     * @throws CablecastException.NotFound when there is no such show
     */
    public ShowWithVideos find(int id) {
        var answer = connection.get("/shows/" + id, Query.of("include", "reels,vods"));
        var reels = answer.many("reels", Reel.class).stream()
                .sorted(Comparator.comparingInt(Reel::number))
                .toList();
        return new ShowWithVideos(answer.one("show", Show.class), reels, answer.many("vods", Vod.class));
    }

    /**
     * Makes a show. It has no reel and no VOD yet.
     *
     * @return the id of the show
     */
    public int create(NewShow show) {
        var body = new Body(show.title(), show.title(), false, show.comments(), show.location(), List.of());
        return connection
                .post("/shows", "show", body)
                .one("show", Created.class)
                .id();
    }

    /**
     * A show as Cablecast takes it.
     *
     * @param cgTitle the title for the audience ("character generator")
     * @param cgExempt whether the audience is not to see it
     */
    record Body(
            String title, String cgTitle, boolean cgExempt, String comments, int location, List<Object> customFields) {}
}
