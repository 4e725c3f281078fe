package dev.treaty.stubs.cablecast.vod;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of a VOD: what a state is called, and what comes after it by itself. */
enum VodState {
    UNKNOWN("unknown"),
    WAITING("waiting"),
    PARTIAL("partial"),
    COMPLETE("complete"),
    ERROR("error"),
    PERMANENT_FAILURE("permanentFailure"),
    DISABLED("disabled"),
    PROCESSING("processing", COMPLETE, Duration.ofSeconds(115)),
    QUEUED("queued", PROCESSING, Duration.ofSeconds(5));

    private final String text;
    private final @Nullable VodState next;
    private final Duration duration;

    VodState(String text) {
        this(text, null, Duration.ZERO);
    }

    VodState(String text, @Nullable VodState next, Duration duration) {
        this.text = text;
        this.next = next;
        this.duration = duration;
    }

    /** As the API says it. */
    String text() {
        return text;
    }

    Optional<VodState> next() {
        return Optional.ofNullable(next);
    }

    /** How long it takes until the next state. */
    Duration duration() {
        return duration;
    }

    static Optional<VodState> of(String text) {
        return Stream.of(values()).filter(state -> state.text.equals(text)).findFirst();
    }

    /** All of them, as the API says them, in the order of the API's documentation. */
    static String texts() {
        return "unknown, queued, processing, partial, complete, error, permanentFailure, disabled, waiting";
    }
}
