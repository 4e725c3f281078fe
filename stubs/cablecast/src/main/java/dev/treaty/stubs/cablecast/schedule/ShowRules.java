package dev.treaty.stubs.cablecast.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastTime;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;
import org.jspecify.annotations.Nullable;

/**
 * A show belongs to a location, the first one unless the client says otherwise, is of today unless the client says otherwise, and says how
 * long and how often it runs.
 */
public final class ShowRules implements ResourceRules {

    @Override
    public void check(Resources resources, ObjectNode show, ObjectNode submitted, @Nullable ObjectNode previous) {
        if (!show.hasNonNull("location")) {
            resources.all("location").findFirst().ifPresent(location -> show.set("location", location.get("id")));
        }
        if (!show.hasNonNull("eventDate")) {
            show.put("eventDate", CablecastTime.write(resources.now()));
        }
    }

    @Override
    public void show(Resources resources, ObjectNode stored, ObjectNode shown) {
        var totals = new ShowTotals(resources, stored.path("id").asText());
        shown.put("totalRunTime", totals.totalRunTime());
        shown.put("runCount", totals.runCount());
    }
}
