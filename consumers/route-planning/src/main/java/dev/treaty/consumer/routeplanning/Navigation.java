package dev.treaty.consumer.routeplanning;

/** What came of looking for a way. */
public sealed interface Navigation {

    /** There is a way. */
    record Found(Route route) implements Navigation {}

    /** No road leads from each stop to the next. */
    record NoRoute() implements Navigation {}

    /** At least one stop has no road near it. */
    record NoRoadNear() implements Navigation {}
}
