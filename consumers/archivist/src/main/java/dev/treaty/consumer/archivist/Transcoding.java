package dev.treaty.consumer.archivist;

/** The result of waiting for a VOD. */
public sealed interface Transcoding {

    /** The VOD can be watched. */
    record Complete() implements Transcoding {}

    /** There will be no VOD until someone at the station acts. */
    record Failed(VodStatus status) implements Transcoding {}

    /** The deadline has passed first; the status says how far it was, and whether it waits for someone. */
    record Unfinished(VodStatus status) implements Transcoding {}

    /** What a status means to who waits: {@code Unfinished} unless it is the last one. */
    static Transcoding of(VodStatus status) {
        return switch (status.state()) {
            case COMPLETE -> new Complete();
            case ERROR, PERMANENT_FAILURE, DISABLED -> new Failed(status);
            case UNKNOWN, QUEUED, PROCESSING, PARTIAL, WAITING -> new Unfinished(status);
        };
    }
}
