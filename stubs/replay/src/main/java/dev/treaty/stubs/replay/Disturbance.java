package dev.treaty.stubs.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong with an answer.
 *
 * @param delay before anything else happens, at most {@link #LONGEST}; zero for none
 * @param status answered instead of the contract's; null for the contract's
 * @param fault instead of an answer; null for none
 */
record Disturbance(
        Duration delay, @Nullable Integer status, @Nullable Fault fault) {

    static final Disturbance NONE = new Disturbance(Duration.ZERO, null, null);
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern DELAY = Pattern.compile("(\\d{1,7})\\s*(ms|s)");

    /**
     * From text, as it stands in a header or in JSON; null where nothing is said.
     *
     * @param delay e.g. {@code "500ms"}, {@code "2s"}
     * @param status from 200 to 599
     * @param fault {@code reset}, {@code empty}, {@code garbage} or {@code timeout}
     * @throws IllegalArgumentException which says what is wrong with it
     */
    @JsonCreator
    static Disturbance of(
            @JsonProperty("delay") @Nullable String delay,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("fault") @Nullable String fault) {
        return new Disturbance(
                delay == null ? Duration.ZERO : delay(delay),
                status == null ? null : (Integer) status(status),
                fault == null ? null : fault(fault));
    }

    boolean isNone() {
        return delay.isZero() && status == null && fault == null;
    }

    /** This one, completed by another where it says nothing. */
    Disturbance or(Disturbance other) {
        return new Disturbance(
                delay.isZero() ? other.delay : delay,
                status == null && fault == null ? other.status : status,
                status == null && fault == null ? other.fault : fault);
    }

    /** The same without the delay, once that is over. */
    Disturbance afterDelay() {
        return new Disturbance(Duration.ZERO, status, fault);
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
            if (length.compareTo(LONGEST) <= 0) {
                return length;
            }
        }
        throw new IllegalArgumentException(
                "\"%s\" is no delay; write milliseconds or seconds up to ten minutes, e.g. 500ms or 2s"
                        .formatted(text));
    }

    private static int status(String text) {
        if (text.strip().matches("[2-5]\\d\\d")) {
            return Integer.parseInt(text.strip());
        }
        throw new IllegalArgumentException("\"%s\" is no status; write a number from 200 to 599".formatted(text));
    }

    private static Fault fault(String text) {
        return Fault.named(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no fault; write reset, empty, garbage or timeout".formatted(text)));
    }
}
