package dev.treaty.provider.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.consumer.apigateway.auth.KeySet;
import dev.treaty.consumer.apigateway.auth.SigningKey;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.provider.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final RequestId REQUEST = new RequestId("req-00000042");
    private static final TestKey NEXT = TestKey.named("next-key");
    private static final ServiceResponse<KeySet> DOWN =
            new ServiceResponse.Unavailable<>(Reason.UNREACHABLE, true, Optional.empty(), "as planned");

    private final ManualClock clock = ManualClock.now();
    private final AtomicReference<ServiceResponse<KeySet>> published =
            new AtomicReference<>(TestKey.keySet(TestKey.USUAL));
    private final AtomicInteger asked = new AtomicInteger();
    private final SigningKeys keys = new SigningKeys(
            Map.of(),
            request -> {
                asked.incrementAndGet();
                return published.get();
            },
            clock);

    @Test
    void are_read_once_for_many_tokens() throws Exception {
        for (var token = 0; token < 100; token++) {
            assertThat(keys.find("usual-key", REQUEST))
                    .contains(TestKey.USUAL.pair().toRSAPublicKey());
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void are_read_again_for_a_key_that_is_not_among_them() throws Exception {
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        published.set(TestKey.keySet(TestKey.USUAL, NEXT));
        clock.advance(SigningKeys.PAUSE);

        assertThat(keys.find("next-key", REQUEST)).contains(NEXT.pair().toRSAPublicKey());
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        assertThat(asked).hasValue(2);
    }

    @Test
    void are_not_read_for_every_key_that_somebody_makes_up() throws Exception {
        for (var token = 0; token < 100; token++) {
            assertThat(keys.find("made-up-" + token, REQUEST)).isEmpty();
        }
        assertThat(asked).hasValue(1);

        clock.advance(SigningKeys.PAUSE);
        assertThat(keys.find("made-up", REQUEST)).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void that_auth_service_took_back_are_forgotten() throws Exception {
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        published.set(TestKey.keySet(NEXT));

        clock.advance(SigningKeys.FRESH.minusMillis(1));
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(keys.find("usual-key", REQUEST)).isEmpty();
    }

    @Test
    void stay_good_for_a_while_when_auth_service_does_not_answer() throws Exception {
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        published.set(DOWN);

        clock.advance(SigningKeys.TRUSTED.minusMillis(1));
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        assertThat(asked).hasValue(2);

        clock.advance(SigningKeys.PAUSE);
        assertThatThrownBy(() -> keys.find("usual-key", REQUEST)).isInstanceOf(KeysUnavailable.class);
        assertThat(asked).hasValue(3);
    }

    @Test
    void cannot_be_told_while_auth_service_never_answered() throws Exception {
        published.set(DOWN);

        for (var token = 0; token < 10; token++) {
            assertThatThrownBy(() -> keys.find("usual-key", REQUEST)).isInstanceOf(KeysUnavailable.class);
        }
        assertThat(asked).hasValue(1);

        published.set(TestKey.keySet(TestKey.USUAL));
        clock.advance(SigningKeys.PAUSE);
        assertThat(keys.find("usual-key", REQUEST)).isPresent();
    }

    @Test
    void are_read_once_for_many_tokens_that_come_at_the_same_moment() {
        var found =
                IntStream.range(0, 64).parallel().filter(token -> isFound(keys)).count();

        assertThat(found).isEqualTo(64);
        assertThat(asked).hasValue(1);
    }

    @Test
    void are_used_while_somebody_else_reads_them_again() throws Exception {
        var reading = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow = new SigningKeys(
                Map.of(),
                request -> {
                    if (asked.incrementAndGet() > 1) {
                        reading.countDown();
                        await(go);
                    }
                    return published.get();
                },
                clock);
        assertThat(isFound(slow)).isTrue();
        clock.advance(SigningKeys.FRESH);
        var reader = new Thread(() -> isFound(slow));
        reader.start();
        await(reading);

        assertThat(isFound(slow)).isTrue();
        assertThat(asked).hasValue(2);

        go.countDown();
        reader.join();
    }

    @Test
    void that_are_none_do_not_spoil_the_others() throws Exception {
        var usual = TestKey.USUAL.pair();
        var broken = new SigningKey("broken-key", "RSA", "RS256", "", "");
        var good = new SigningKey(
                "usual-key",
                "RSA",
                "RS256",
                usual.getModulus().toString(),
                usual.getPublicExponent().toString());
        published.set(new ServiceResponse.Success<>(
                new KeySet(List.of(broken, good), JsonNodeFactory.instance.objectNode())));

        assertThat(keys.find("usual-key", REQUEST)).isPresent();
        assertThat(keys.find("broken-key", REQUEST)).isEmpty();
    }

    private static boolean isFound(SigningKeys keys) {
        try {
            return keys.find("usual-key", REQUEST).isPresent();
        } catch (KeysUnavailable e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
