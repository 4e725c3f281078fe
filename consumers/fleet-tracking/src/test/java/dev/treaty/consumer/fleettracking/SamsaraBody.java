package dev.treaty.consumer.fleettracking;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.util.function.Consumer;

/** Samsara's responses, as far as the tracking reads them. */
final class SamsaraBody {

    private SamsaraBody() {}

    /** One object. */
    static DslPart data(Consumer<LambdaDslObject> object) {
        return newJsonBody(root -> root.object("data", object)).build();
    }

    /** A page of a list, or what is new in a feed. */
    static DslPart page(Consumer<LambdaDslJsonArray> items, String endCursor, boolean hasNextPage) {
        return newJsonBody(root -> {
                    root.array("data", items);
                    pagination(root, endCursor, hasNextPage);
                })
                .build();
    }

    /** What is new in a feed: at least one item, however many there are, and perhaps more to fetch. */
    static DslPart news(Consumer<LambdaDslObject> item, String endCursor) {
        return newJsonBody(root -> {
                    root.minArrayLike("data", 1, item);
                    root.object("pagination", pagination -> {
                        pagination.stringType("endCursor", endCursor);
                        pagination.booleanType("hasNextPage", false);
                    });
                })
                .build();
    }

    private static void pagination(LambdaDslObject root, String endCursor, boolean hasNextPage) {
        root.object("pagination", pagination -> {
            pagination.stringType("endCursor", endCursor);
            pagination.booleanValue("hasNextPage", hasNextPage);
        });
    }

    /** Its text is for people, so any text matches. */
    static DslPart error(String message) {
        return newJsonBody(root -> root.stringType("message", message)).build();
    }

    static void position(LambdaDslObject gps) {
        gps.stringMatcher("time", SamsaraExamples.TIME, SamsaraExamples.NOW);
        gps.numberType("latitude", 37.7749);
        gps.numberType("longitude", -122.4194);
        gps.numberType("headingDegrees", 120);
        gps.numberType("speedMilesPerHour", 27.5);
    }

    static void engine(LambdaDslObject engine) {
        engine.stringMatcher("time", SamsaraExamples.TIME, SamsaraExamples.NOW);
        engine.stringMatcher("value", "On|Off|Idle", "On");
    }

    static void fuel(LambdaDslObject fuel) {
        fuel.stringMatcher("time", SamsaraExamples.TIME, SamsaraExamples.NOW);
        fuel.integerType("value", 54);
    }

    /** A route with one stop, in any state. */
    static void route(LambdaDslObject route, String vehicle) {
        route.stringType("id", SamsaraExamples.ROUTE);
        route.stringType("name", "Tuesday, north");
        route.object("vehicle", assigned -> assigned.stringValue("id", vehicle));
        route.minArrayLike("stops", 1, stop -> {
            stop.stringType("id", SamsaraExamples.STOP);
            stop.stringType("name", "Depot");
            stop.stringMatcher("state", "unassigned|scheduled|en route|skipped|arrived|departed", "scheduled");
        });
    }
}
