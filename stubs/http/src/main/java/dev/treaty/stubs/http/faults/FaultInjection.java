package dev.treaty.stubs.http.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what goes wrong with a request, without touching a contract. A request can ask for a fault itself, with the headers
 * {@value #DELAY}, {@value #FAULT} and {@value #STATUS}; whatever it leaves open is taken from what is {@linkplain #set set} for its
 * provider, and then from the {@linkplain Chaos chaos profile}.
 */
public final class FaultInjection {

    static final String DELAY = "Stub-Delay";
    static final String FAULT = "Stub-Fault";
    static final String STATUS = "Stub-Status";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, FaultSpec> byProvider = new ConcurrentSkipListMap<>();
    private final Chaos chaos;
    private volatile boolean isChaosOn = true;

    /** @param chaos for all requests */
    public FaultInjection(Chaos chaos) {
        this.chaos = chaos;
    }

    /**
     * What goes wrong with a request. Call it once for each request, because the chaos profile counts them.
     *
     * @throws InvalidFault if the request asks for a fault that does not exist
     */
    public FaultSpec of(RawRequest raw, ReceivedRequest request) {
        var ofProvider = byProvider.getOrDefault(request.provider(), FaultSpec.NONE);
        var requested = requested(raw);
        return chaos.isNone() || !isChaosOn
                ? requested.or(ofProvider)
                : requested.or(ofProvider).or(chaos.next(request));
    }

    private static FaultSpec requested(RawRequest raw) {
        var delay = first(raw, DELAY);
        var status = first(raw, STATUS);
        var fault = first(raw, FAULT);
        if (delay == null && status == null && fault == null) {
            return FaultSpec.NONE;
        }
        try {
            return FaultSpec.of(delay, status, fault);
        } catch (IllegalArgumentException e) {
            throw new InvalidFault(new ErrorMessage(
                    "The requested fault is invalid: %s.".formatted(e.getMessage()),
                    "the request's headers %s, %s and %s".formatted(DELAY, STATUS, FAULT),
                    "correct the header, or leave it out"));
        }
    }

    private static @Nullable String first(RawRequest raw, String header) {
        var values = raw.header(header);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Applies to all requests to a provider from now on; {@link FaultSpec#NONE} ends it. */
    public void set(String provider, FaultSpec fault) {
        if (fault.isNone()) {
            byProvider.remove(provider);
        } else {
            byProvider.put(provider, fault);
        }
    }

    /**
     * The same, from JSON: {@code {"delay": "500ms", "status": 503, "fault": "reset"}}, any of them.
     *
     * @throws InvalidFault if the JSON does not describe a fault
     */
    public void set(String provider, String json) {
        try {
            var fault = JSON.readValue(json, FaultSpec.class);
            if (fault == null) {
                throw unreadable("it is null");
            }
            set(provider, fault);
        } catch (JsonProcessingException e) {
            var reason = e.getCause() instanceof IllegalArgumentException invalid ? invalid : e;
            throw unreadable(
                    String.valueOf(reason.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static InvalidFault unreadable(String reason) {
        return new InvalidFault(new ErrorMessage(
                "The fault cannot be read: %s.".formatted(reason),
                "the body",
                "send e.g. {\"delay\": \"500ms\", \"status\": 503} or {\"fault\": \"reset\"}"));
    }

    /** Ends the faults of all providers. */
    public void clear() {
        byProvider.clear();
    }

    /** How many rules the chaos profile has; 0 if there is none. */
    public int chaosRules() {
        return chaos.rules();
    }

    /** Whether the chaos profile applies. */
    public boolean isChaosOn() {
        return isChaosOn;
    }

    /** Lets the chaos profile apply from now on, or not. */
    public void setChaos(boolean on) {
        isChaosOn = on;
    }

    /** What is set at the moment, in words, by provider, e.g. {@code "delay 500ms, status 503"}. */
    public SortedMap<String, String> inWords() {
        var words = new TreeMap<String, String>();
        byProvider.forEach((provider, fault) -> words.put(
                provider,
                fault.toMap().entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(", "))));
        return words;
    }

    /** What is set at the moment, as JSON, by provider. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(Collections.unmodifiableMap(byProvider));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can always be written as JSON", e);
        }
    }
}
