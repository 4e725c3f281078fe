package dev.treaty.provider.apigateway.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Unavailable;
import dev.treaty.provider.testing.ManualClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceCircuitTest {

    private final ManualClock clock = ManualClock.now();
    private final ServiceCircuit circuit = new ServiceCircuit("workspace-service", clock);
    private final AtomicInteger made = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMED_OUT", "DISCONNECTED", "FAILED"})
    void opens_when_calls_fail(Reason reason) {
        calls(10, unavailable(reason));

        var refused = refused();

        assertThat(circuit.isClosed()).isFalse();
        assertThat(made).hasValue(10);
        assertThat(refused.retryAfter()).contains("5");
        assertThat(refused.repeatable()).isTrue();
        assertThat(refused.explanation()).isEqualTo("""
                workspace-service is not called while its circuit is open.
                  where: the gateway's circuit breaker
                  fix:   see why its calls failed; the circuit closes once they succeed""");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREADABLE", "INTERRUPTED"})
    void stays_closed_when_a_rest_would_not_help(Reason reason) {
        calls(40, unavailable(reason));

        assertThat(circuit.isClosed()).isTrue();
        assertThat(made).hasValue(40);
    }

    @Test
    void stays_closed_while_fewer_than_half_of_the_calls_fail() {
        for (var round = 0; round < 20; round++) {
            calls(3, this::success);
            calls(2, unavailable(Reason.FAILED));
        }

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void says_how_long_it_will_stay_open() {
        calls(10, unavailable(Reason.FAILED));

        clock.advance(Duration.ofMillis(1_500));

        assertThat(refused().retryAfter()).contains("4");
    }

    @Test
    void closes_when_the_first_calls_after_its_rest_succeed() {
        calls(10, unavailable(Reason.FAILED));
        clock.advance(ServiceCircuit.REST.plusMillis(1));

        calls(3, this::success);

        assertThat(circuit.isClosed()).isTrue();
        assertThat(circuit.call(this::success)).isInstanceOf(ServiceResponse.Success.class);
    }

    @Test
    void opens_again_when_the_first_calls_after_its_rest_fail() {
        calls(10, unavailable(Reason.FAILED));
        clock.advance(ServiceCircuit.REST.plusMillis(1));

        calls(3, unavailable(Reason.FAILED));
        calls(5, this::success);

        assertThat(circuit.isClosed()).isFalse();
        assertThat(made).hasValue(13);
    }

    @Test
    void an_interrupted_call_does_not_count_as_a_probe() {
        calls(10, unavailable(Reason.FAILED));
        clock.advance(ServiceCircuit.REST.plusMillis(1));

        for (var broken = 0; broken < 5; broken++) {
            assertThatThrownBy(() -> circuit.call(() -> {
                        throw new IllegalStateException("a bug");
                    }))
                    .hasMessage("a bug");
        }
        calls(5, unavailable(Reason.INTERRUPTED));
        calls(3, this::success);

        assertThat(made).hasValue(18);
        assertThat(circuit.isClosed()).isTrue();
    }

    private Unavailable<NoContent> refused() {
        return (Unavailable<NoContent>) circuit.call(this::success);
    }

    private void calls(int number, Supplier<ServiceResponse<NoContent>> call) {
        for (var each = 0; each < number; each++) {
            circuit.call(call);
        }
    }

    private ServiceResponse<NoContent> success() {
        return made(new ServiceResponse.Success<>(new NoContent()));
    }

    private Supplier<ServiceResponse<NoContent>> unavailable(Reason reason) {
        return () -> made(new Unavailable<>(reason, true, Optional.empty(), "as planned"));
    }

    private ServiceResponse<NoContent> made(ServiceResponse<NoContent> response) {
        made.incrementAndGet();
        return response;
    }
}
