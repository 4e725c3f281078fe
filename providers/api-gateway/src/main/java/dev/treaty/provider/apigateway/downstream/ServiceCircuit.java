package dev.treaty.provider.apigateway.downstream;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker in front of one service: while most calls fail, none is made, so that the service can recover and no caller waits in vain.
 *
 * <p>It opens when half of the last {@value #WINDOW} calls have failed, if there were at least {@value #LEAST}. After {@link #REST} it lets
 * {@value #PROBES} calls through, and closes if they succeed. A refusal (4xx) is not a failure, and neither is an unreadable response: the
 * service is up, and a rest would not help it.
 */
public final class ServiceCircuit {

    /** How long it stays open, and the {@code Retry-After} of a service that is down. */
    public static final Duration REST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCircuit.class);
    private static final int WINDOW = 20;
    private static final int LEAST = 10;
    private static final int PROBES = 3;

    private final Clock clock;
    private final CircuitBreaker breaker;
    private volatile Instant closesAt = Instant.MIN;

    /** @param service the one behind it, e.g. {@code "workspace-service"} */
    public ServiceCircuit(String service, Clock clock) {
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                service,
                CircuitBreakerConfig.custom()
                        .slidingWindow(WINDOW, LEAST, SlidingWindowType.COUNT_BASED)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .recordResult(ServiceCircuit::isFailure)
                        .clock(clock)
                        .build());
        breaker.getEventPublisher().onStateTransition(this::changed);
    }

    /** The name of the service behind it. */
    public String service() {
        return breaker.getName();
    }

    /** Whether it lets calls through, including the few that probe whether the service is back. */
    boolean isClosed() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> false;
            default -> true;
        };
    }

    /** Opens it until {@link #close}, however calls turn out. */
    public void open() {
        breaker.transitionToForcedOpenState();
    }

    /** Closes it and forgets how calls turned out. */
    public void close() {
        breaker.reset();
    }

    /** Makes a call; while the circuit is open, makes none and says when to try again. */
    <T> ServiceResponse<T> call(Supplier<ServiceResponse<T>> call) {
        if (!breaker.tryAcquirePermission()) {
            return refused();
        }
        var start = clock.millis();
        ServiceResponse<T> response = null;
        try {
            response = call.get();
        } finally {
            if (response == null || isInterrupted(response)) {
                breaker.releasePermission();
            } else {
                breaker.onResult(clock.millis() - start, MILLISECONDS, response);
            }
        }
        return response;
    }

    private <T> Unavailable<T> refused() {
        var rest = Duration.between(clock.instant(), closesAt);
        var seconds = rest.isNegative() ? 1 : Math.max(1, rest.plusMillis(999).toSeconds());
        return new Unavailable<>(
                Reason.UNREACHABLE, true, Optional.of(String.valueOf(seconds)), """
                %s is not called while its circuit is open.
                  where: the gateway's circuit breaker
                  fix:   see why its calls failed; the circuit closes once they succeed""".formatted(service()));
    }

    private static boolean isFailure(Object response) {
        return response instanceof Unavailable<?> unavailable && unavailable.reason() != Reason.UNREADABLE;
    }

    private static boolean isInterrupted(ServiceResponse<?> response) {
        return response instanceof Unavailable<?> unavailable && unavailable.reason() == Reason.INTERRUPTED;
    }

    private void changed(CircuitBreakerOnStateTransitionEvent event) {
        var state = event.getStateTransition().getToState();
        if (state == CircuitBreaker.State.OPEN || state == CircuitBreaker.State.FORCED_OPEN) {
            closesAt = clock.instant().plus(REST);
        }
        LOG.warn("the circuit of {} is now {}", service(), state);
    }
}
