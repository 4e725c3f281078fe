package dev.treaty.stubs.cablecast.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of an upload: the number of a state, and what comes after it by itself. A client that polls every three seconds, as Cablecast's
 * example does, sees all of them.
 *
 * @see <a href="https://github.com/trms/cablecast-api-examples/blob/main/js/file-upload.mjs">Cablecast, file-upload.mjs</a>
 */
enum UploadState {
    ERROR(0),
    FINISHED(5),
    TIMEOUT(6),
    /** Segments arrive; given up when none has arrived for four hours. */
    UPLOADING(1, TIMEOUT, Duration.ofHours(4)),
    /** The file moves to its store. */
    TRANSFERRING(4, FINISHED, Duration.ofSeconds(5)),
    /** The file is put together from its segments, if they are all there. */
    POST_PROCESSING(3, TRANSFERRING, Duration.ofSeconds(5)),
    /** The client has said that there are no more segments. */
    UPLOADING_COMPLETE(2, POST_PROCESSING, Duration.ofSeconds(5));

    private final int number;
    private final @Nullable UploadState next;
    private final Duration duration;

    UploadState(int number) {
        this(number, null, Duration.ZERO);
    }

    UploadState(int number, @Nullable UploadState next, Duration duration) {
        this.number = number;
        this.next = next;
        this.duration = duration;
    }

    int number() {
        return number;
    }

    Optional<UploadState> next() {
        return Optional.ofNullable(next);
    }

    /** How long it takes until the next state. */
    Duration duration() {
        return duration;
    }

    static UploadState of(ObjectNode upload) {
        var number = upload.path("state").asInt(-1);
        for (var state : values()) {
            if (state.number == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("no upload has the state " + number);
    }
}
