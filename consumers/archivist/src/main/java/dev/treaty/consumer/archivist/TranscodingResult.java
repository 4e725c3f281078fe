package dev.treaty.consumer.archivist;

/** The result of waiting for a VOD. */
public sealed interface TranscodingResult {

    /** The VOD can be watched. */
    record Complete() implements TranscodingResult {}

    /** The transcoding failed; someone at the station must act. */
    record Failed(VodStatus status) implements TranscodingResult {}

    /** The deadline passed first; the status shows how far it was, and whether someone at the station must act. */
    record Unfinished(VodStatus status) implements TranscodingResult {}

    /** Interprets a status: {@code Unfinished} unless it is final. */
    static TranscodingResult of(VodStatus status) {
        return switch (status.state()) {
            case COMPLETE -> new Complete();
            case ERROR, PERMANENT_FAILURE, DISABLED -> new Failed(status);
            case UNKNOWN, QUEUED, PROCESSING, PARTIAL, WAITING -> new Unfinished(status);
        };
    }
}
