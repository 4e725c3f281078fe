package dev.treaty.consumer.fleettracking.driver;

import dev.treaty.consumer.fleettracking.connection.Cursor;
import dev.treaty.consumer.fleettracking.connection.Page;
import dev.treaty.consumer.fleettracking.connection.SamsaraApi;
import dev.treaty.consumer.fleettracking.connection.SamsaraException;
import dev.treaty.consumer.http.PercentEncoding;
import dev.treaty.consumer.http.Query;
import java.util.Optional;

/** The drivers of the organisation. */
public final class Drivers {

    private static final String PATH = "/fleet/drivers";

    private final SamsaraApi api;

    public Drivers(SamsaraApi api) {
        this.api = api;
    }

    /**
     * Lists the drivers who are active, one page at a time.
     *
     * @param size from 1 to 512
     * @param after where the page starts; empty for the first
     */
    public Page<Driver> page(int size, Optional<Cursor> after) {
        return Page.of(api.get(PATH, Query.of("limit", size).and("after", after)), Driver.class);
    }

    /**
     * Reads one driver, also one who was deactivated.
     *
     * @throws SamsaraException.NotFound if there is none
     */
    public Driver find(String id) {
        return api.get(PATH + "/" + PercentEncoding.encode(id), Query.none()).read("data", Driver.class);
    }
}
