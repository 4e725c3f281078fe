package dev.treaty.consumer.routeplanning;

/** What came of looking for an address. */
public sealed interface Located {

    /** The place is the one that was meant. */
    record Found(Place place) implements Located {}

    /** Mapbox is not sure; a person must look at it before a truck is sent there. */
    record Uncertain(Place place) implements Located {}

    /** Nobody knows the address. */
    record Unknown() implements Located {}

    /** By how sure Mapbox is: exact and high are sure, medium and low are not, and what it does not say is not, either. */
    static Located of(Place.Collection places) {
        return places.best().<Located>map(Located::of).orElseGet(Unknown::new);
    }

    private static Located of(Place.Feature feature) {
        var isSure = feature.confidence()
                .filter(confidence -> confidence.equals("exact") || confidence.equals("high"))
                .isPresent();
        return isSure ? new Found(feature.toPlace()) : new Uncertain(feature.toPlace());
    }
}
