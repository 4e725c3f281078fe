package dev.treaty.stubs.http.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What should go wrong with a response.
 *
 * @param delay before anything else happens, at most {@link #MAX_DELAY}; zero for none
 * @param status instead of the contract's response; null for none
 * @param fault of the connection instead of a response; null for none
 */
public record FaultSpec(
        Duration delay, @Nullable Integer status, @Nullable ConnectionFault fault) {

    /** Nothing goes wrong. */
    public static final FaultSpec NONE = new FaultSpec(Duration.ZERO, null, null);

    static final Duration MAX_DELAY = Duration.ofMinutes(10);

    private static final Pattern DELAY = Pattern.compile("(\\d{1,7})\\s*(ms|s)");

    /**
     * From text as in a header or in JSON; null for what is not given.
     *
     * @param delay e.g. {@code "500ms"}, {@code "2s"}
     * @param status from 200 to 599
     * @param fault {@code reset}, {@code empty}, {@code garbage} or {@code timeout}
     * @throws IllegalArgumentException which says what is invalid
     */
    @JsonCreator
    static FaultSpec of(
            @JsonProperty("delay") @Nullable String delay,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("fault") @Nullable String fault) {
        return new FaultSpec(
                delay == null ? Duration.ZERO : delay(delay),
                status == null ? null : (Integer) status(status),
                fault == null ? null : fault(fault));
    }

    /** Only a delay. */
    static FaultSpec ofDelay(Duration delay) {
        return new FaultSpec(delay, null, null);
    }

    /** Whether nothing goes wrong. */
    public boolean isNone() {
        return delay.isZero() && status == null && fault == null;
    }

    /** This one, completed by another where it specifies nothing. */
    FaultSpec or(FaultSpec other) {
        return new FaultSpec(
                delay.isZero() ? other.delay : delay,
                status == null && fault == null ? other.status : status,
                status == null && fault == null ? other.fault : fault);
    }

    /** What remains once the delay is over. */
    public FaultSpec afterDelay() {
        return new FaultSpec(Duration.ZERO, status, fault);
    }

    @JsonValue
    Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        if (!delay.isZero()) {
            map.put("delay", delay.toMillis() + "ms");
        }
        if (status != null) {
            map.put("status", status);
        }
        if (fault != null) {
            map.put("fault", fault.toString());
        }
        return map;
    }

    private static Duration delay(String text) {
        var delay = DELAY.matcher(text.strip());
        if (delay.matches()) {
            var number = Long.parseLong(delay.group(1));
            var length = delay.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
            if (length.compareTo(MAX_DELAY) <= 0) {
                return length;
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is not a delay; write milliseconds or seconds up to ten minutes, e.g. 500ms or 2s"
                        .formatted(text));
    }

    private static int status(String text) {
        if (text.strip().matches("[2-5]\\d\\d")) {
            return Integer.parseInt(text.strip());
        }
        throw new IllegalArgumentException("\"%s\" is not a status; write a number from 200 to 599".formatted(text));
    }

    private static ConnectionFault fault(String text) {
        return ConnectionFault.named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is not a fault; write reset, empty, garbage or timeout".formatted(text)));
    }
}
