package dev.treaty.consumer.routeplanning;

/** On which side of the road a truck may stop. */
public enum Side {
    /** On any. */
    ANY("unrestricted"),
    /** Only where the stop is, so that nobody crosses the road. */
    CURB("curb");

    private final String approach;

    Side(String approach) {
        this.approach = approach;
    }

    String approach() {
        return approach;
    }
}
