package dev.treaty.provider.apigateway.downstream;

import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls one service through its circuit. A failed call is repeated once if that is safe, the service did not ask for a pause, and the caller's
 * patience leaves time for another full call.
 *
 * <p>At most {@value #PLACES} calls are in progress at the same time, and others wait: a slow service holds up only those who need it, and not
 * the whole gateway.
 */
public final class ServiceCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCalls.class);
    private static final int ATTEMPTS = 2;

    /** The server has 250 threads, so that two unresponsive services leave it half of them. */
    static final int PLACES = 64;

    /** Spreads the repeated calls of many callers over time. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final ServiceCircuit circuit;
    private final Duration latestStart;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore places = new Semaphore(PLACES, true);

    /**
     * @param patience how long a caller waits at most
     * @param callTimeout how long one call may take, at most as long as the caller waits
     */
    public ServiceCalls(
            ServiceCircuit circuit, Duration patience, Duration callTimeout, Clock clock, MeterRegistry metrics) {
        this.circuit = circuit;
        this.latestStart = patience.minus(callTimeout);
        this.clock = clock;
        this.metrics = metrics;
        Gauge.builder("gateway.circuit.closed", circuit, closed -> closed.isClosed() ? 1 : 0)
                .description("1 while calls are let through, 0 while they are not")
                .tag("downstream", circuit.service())
                .register(metrics);
    }

    /** The outcome of a call, at the latest when the caller's patience ends. */
    public <T> ServiceResponse<T> call(Supplier<ServiceResponse<T>> call) {
        var lastStart = clock.instant().plus(latestStart);
        var response = attempt(call, lastStart);
        for (var attempt = 1; attempt < ATTEMPTS && isWorthRepeating(response); attempt++) {
            if (clock.instant().isAfter(lastStart)) {
                return response;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            response = attempt(call, lastStart);
        }
        return response;
    }

    private <T> ServiceResponse<T> attempt(Supplier<ServiceResponse<T>> call, Instant lastStart) {
        var wait = Math.max(0, Duration.between(clock.instant(), lastStart).toMillis());
        try {
            if (!places.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                return notCalled(Reason.UNREACHABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notCalled(Reason.INTERRUPTED);
        }
        try {
            return circuit.call(() -> measured(call));
        } finally {
            places.release();
        }
    }

    private <T> Unavailable<T> notCalled(Reason reason) {
        return new Unavailable<>(
                reason, true, Optional.of("1"), """
                %s is not called because %d calls to it are in progress.
                  where: the gateway's limit of calls to one service
                  fix:   see what keeps %s busy, or start more gateways""".formatted(circuit.service(), PLACES, circuit.service()));
    }

    private <T> ServiceResponse<T> measured(Supplier<ServiceResponse<T>> call) {
        var start = System.nanoTime();
        var response = call.get();
        Timer.builder("gateway.downstream.calls")
                .description("duration and outcome of calls to services")
                .tag("downstream", circuit.service())
                .tag("outcome", outcome(response))
                .register(metrics)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (response instanceof Unavailable<T> unavailable) {
            LOG.warn(unavailable.explanation());
        }
        return response;
    }

    private static boolean isWorthRepeating(ServiceResponse<?> response) {
        return response instanceof Unavailable<?> unavailable
                && unavailable.repeatable()
                && unavailable.retryAfter().isEmpty()
                && unavailable.reason() != Reason.INTERRUPTED;
    }

    private static String outcome(ServiceResponse<?> response) {
        return response.fold(
                success -> "success",
                refused -> "refused",
                unavailable -> unavailable.reason().name().toLowerCase(Locale.ROOT));
    }
}
