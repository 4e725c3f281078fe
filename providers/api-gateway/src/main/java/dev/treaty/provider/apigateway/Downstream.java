package dev.treaty.provider.apigateway;

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
 * The way to one service: through its circuit, and a second time if the first came to nothing, the call may safely be
 * repeated, the service did not ask for rest, and the caller's patience has room for another whole call.
 *
 * <p>At most {@value #PLACES} calls are under way at the same time, and others wait: a service that is slow holds up those
 * who ask for it, and not the whole gateway.
 */
final class Downstream {

    private static final Logger LOG = LoggerFactory.getLogger(Downstream.class);
    private static final int ATTEMPTS = 2;

    /** Of the server's 250 threads, so that two services that do not answer leave half of them. */
    static final int PLACES = 64;

    /** Repeats of many callers shall not come at the same moment. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Circuit circuit;
    private final GatewaySettings settings;
    private final Clock clock;
    private final MeterRegistry measurements;
    private final Semaphore places = new Semaphore(PLACES, true);

    Downstream(Circuit circuit, GatewaySettings settings, Clock clock, MeterRegistry measurements) {
        this.circuit = circuit;
        this.settings = settings;
        this.clock = clock;
        this.measurements = measurements;
        Gauge.builder("gateway.circuit.closed", circuit, closed -> closed.isClosed() ? 1 : 0)
                .description("1 while calls are let through, 0 while they are not")
                .tag("downstream", circuit.service())
                .register(measurements);
    }

    /** What comes of a call, at the latest when the caller's patience ends. */
    <T> ServiceResponse<T> call(Supplier<ServiceResponse<T>> call) {
        var lastStart = clock.instant()
                .plus(settings.patience())
                .minus(settings.timeouts().call());
        var answer = attempt(call, lastStart);
        for (var attempt = 1; attempt < ATTEMPTS && isWorthAnother(answer); attempt++) {
            if (clock.instant().isAfter(lastStart)) {
                return answer;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            answer = attempt(call, lastStart);
        }
        return answer;
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
                %s is not called because %d calls to it are under way.
                  where: the gateway's limit of calls to one service
                  fix:   see what keeps %s busy, or start more gateways""".formatted(circuit.service(), PLACES, circuit.service()));
    }

    private <T> ServiceResponse<T> measured(Supplier<ServiceResponse<T>> call) {
        var start = System.nanoTime();
        var answer = call.get();
        Timer.builder("gateway.downstream.calls")
                .description("how long calls to services took, and what came of them")
                .tag("downstream", circuit.service())
                .tag("outcome", outcome(answer))
                .register(measurements)
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (answer instanceof Unavailable<T> unavailable) {
            LOG.warn(unavailable.explanation());
        }
        return answer;
    }

    private static boolean isWorthAnother(ServiceResponse<?> answer) {
        return answer instanceof Unavailable<?> unavailable
                && unavailable.repeatable()
                && unavailable.retryAfter().isEmpty()
                && unavailable.reason() != Reason.INTERRUPTED;
    }

    private static String outcome(ServiceResponse<?> answer) {
        return answer.fold(
                success -> "success",
                refused -> "refused",
                unavailable -> unavailable.reason().name().toLowerCase(Locale.ROOT));
    }
}
