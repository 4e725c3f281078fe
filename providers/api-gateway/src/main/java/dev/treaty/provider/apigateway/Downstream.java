package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.Answer;
import dev.treaty.consumer.apigateway.Answer.Reason;
import dev.treaty.consumer.apigateway.Answer.Unavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one service: through its circuit, and a second time if the first came to nothing, the call may safely be
 * repeated, the service did not ask for rest, and the caller's patience allows it.
 */
final class Downstream {

    private static final Logger LOG = LoggerFactory.getLogger(Downstream.class);
    private static final int ATTEMPTS = 2;

    /** Repeats of many callers shall not come at the same moment. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Circuit circuit;
    private final GatewaySettings settings;
    private final Clock clock;
    private final MeterRegistry measurements;

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
    <T> Answer<T> call(Supplier<Answer<T>> call) {
        var patience = clock.instant().plus(settings.patience());
        var answer = attempt(call);
        for (var attempt = 1; attempt < ATTEMPTS && isWorthAnother(answer); attempt++) {
            if (clock.instant().plus(settings.timeouts().call()).isAfter(patience)) {
                return answer;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            answer = attempt(call);
        }
        return answer;
    }

    private <T> Answer<T> attempt(Supplier<Answer<T>> call) {
        return circuit.call(() -> measured(call));
    }

    private <T> Answer<T> measured(Supplier<Answer<T>> call) {
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

    private static boolean isWorthAnother(Answer<?> answer) {
        return answer instanceof Unavailable<?> unavailable
                && unavailable.repeatable()
                && unavailable.retryAfter().isEmpty()
                && unavailable.reason() != Reason.INTERRUPTED;
    }

    private static String outcome(Answer<?> answer) {
        return answer.fold(
                success -> "success",
                refused -> "refused",
                unavailable -> unavailable.reason().name().toLowerCase(Locale.ROOT));
    }
}
