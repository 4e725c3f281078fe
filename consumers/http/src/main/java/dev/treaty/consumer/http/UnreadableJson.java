package dev.treaty.consumer.http;

/** A document is not JSON, or lacks something that is required. */
public final class UnreadableJson extends Exception {

    /** @param complaint what is wrong, as a predicate that quotes no value: {@code "has no value at $.data[0].id"} */
    UnreadableJson(String complaint) {
        super(complaint);
    }

    /** What is wrong, as a predicate that quotes no value of the document: {@code "has no value at $.data[0].id"}. */
    public String complaint() {
        return String.valueOf(getMessage());
    }
}
