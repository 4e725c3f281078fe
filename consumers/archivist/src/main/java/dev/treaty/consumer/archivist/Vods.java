package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.connection.CablecastConnection;
import dev.treaty.consumer.http.Query;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shows as video on demand. */
public final class Vods {

    private final CablecastConnection connection;

    Vods(CablecastConnection connection) {
        this.connection = connection;
    }

    /** Lists the configurations with which the station can make a VOD. */
    public List<VodConfiguration> configurations() {
        return connection.get("/vodconfigurations", Query.none()).many("vodConfigurations", VodConfiguration.class);
    }

    /**
     * Creates a VOD of a show. Cablecast transcodes it asynchronously: {@link VodPolling} waits for that.
     *
     * @param show the id of the show
     * @param configuration the id of the configuration to use
     * @return the id of the VOD
     */
    public int create(int show, int configuration) {
        var vod = Map.of("show", show, "vodConfiguration", configuration);
        return connection
                .post("/vods", "vod", vod)
                .one("vod", CreatedResource.class)
                .id();
    }

    /** Reads how far a VOD is now. */
    public VodStatus status(int id) {
        return connection.get("/vodstatuses/" + id, Query.none()).one("vodStatus", VodStatus.class);
    }

    /** Lists the chapters of a VOD that the audience may see, in playing order. */
    public List<Chapter> chapters(int id) {
        return connection.get("/chapters", Query.of("vod", id)).many("chapters", ChapterOnWire.class).stream()
                .filter(ChapterOnWire::isShown)
                .map(chapter -> new Chapter(chapter.id(), chapter.title(), chapter.offset()))
                .sorted(Comparator.comparing(Chapter::offset))
                .toList();
    }

    /** A chapter as Cablecast sends it, even if it is deleted or hidden. */
    record ChapterOnWire(int id, String title, Duration offset, Optional<Boolean> deleted, Optional<Boolean> hidden) {

        boolean isShown() {
            return !deleted.orElse(false) && !hidden.orElse(false);
        }
    }
}
