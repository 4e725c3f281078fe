package dev.treaty.consumer.customersync;

import dev.treaty.consumer.customersync.connection.AirtableException.PartlyDone;
import dev.treaty.pacts.errors.TreatyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Splits what is written into requests of ten records, the most that Airtable takes. */
final class Batches {

    static final int MOST_RECORDS = 10;

    private Batches() {}

    /**
     * Sends the batches, one after the other.
     *
     * @param send returns what came of each record of a batch
     * @param id of a record that was written
     * @throws PartlyDone if a request fails after others have succeeded
     */
    static <T, R> List<R> send(List<T> all, Function<List<T>, List<R>> send, Function<R, String> id) {
        var results = new ArrayList<R>();
        for (var start = 0; start < all.size(); start += MOST_RECORDS) {
            try {
                results.addAll(send.apply(all.subList(start, Math.min(start + MOST_RECORDS, all.size()))));
            } catch (TreatyException e) {
                if (start == 0) {
                    throw e;
                }
                throw new PartlyDone(results.stream().map(id).toList(), all.size(), e);
            }
        }
        return results;
    }
}
