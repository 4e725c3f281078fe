package dev.treaty.consumer.archivist;

import dev.treaty.consumer.archivist.connection.CablecastConnection;
import dev.treaty.consumer.archivist.connection.Page;
import dev.treaty.consumer.archivist.connection.PageWindow;
import dev.treaty.consumer.http.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The broadcast schedule. */
public final class Schedule {

    /** More than a channel broadcasts on most days, so that a day takes one call; a longer day takes several. */
    private static final PageWindow FIRST = PageWindow.first(100);

    private final CablecastConnection connection;

    Schedule(CablecastConnection connection) {
        this.connection = connection;
    }

    /**
     * The shows of a channel on one day, in the order in which they run.
     *
     * @param channel the id of the channel
     * @param day in the station's time zone, from midnight to midnight
     */
    public List<ScheduleItem> of(int channel, LocalDate day) {
        var query = Query.of("channel", channel).and("start", day).and("end", day.plusDays(1));
        return Page.all(
                        FIRST,
                        window -> connection
                                .get("/scheduleitems", window.addTo(query))
                                .page("scheduleItems", ItemOnWire.class, window))
                .stream()
                .filter(item -> !item.deleted().orElse(false))
                .flatMap(item -> item.scheduled().stream())
                .sorted(Comparator.comparing(ScheduleItem::start))
                .toList();
    }

    /** An item as Cablecast sends it, even if it is deleted or is not a show. */
    record ItemOnWire(int id, Optional<Integer> show, Instant runDateTime, Optional<Boolean> deleted) {

        Optional<ScheduleItem> scheduled() {
            return show.filter(showId -> showId != 0).map(showId -> new ScheduleItem(id, showId, runDateTime));
        }
    }
}
