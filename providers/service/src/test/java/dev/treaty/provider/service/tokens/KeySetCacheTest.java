package dev.treaty.provider.service.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetCacheTest {

    private static final PublishedKey USUAL = published(TestTokens.USUAL);
    private static final PublishedKey NEXT = published(TestTokens.named("next-key"));
    private static final Optional<List<PublishedKey>> DOWN = Optional.empty();

    private final ManualClock clock = ManualClock.now();
    private volatile Optional<List<PublishedKey>> published = Optional.of(List.of(USUAL));
    private final AtomicInteger fetched = new AtomicInteger();
    private final KeySetSource source = () -> {
        fetched.incrementAndGet();
        return published;
    };
    private final KeySetCache keys = new KeySetCache(clock);

    /** Tokens with made-up key ids, while auth-service takes its time. */
    @Test
    void no_more_threads_wait_for_keys_that_are_fetched_again_than_may() throws Exception {
        keys.find("usual-key", source);
        clock.advance(KeySetCache.PAUSE);

        assertThat(refusedAtOnce("made-up")).isPositive();
    }

    /** The first callers of a service that has just started. */
    @Test
    void all_threads_wait_for_the_first_keys() throws Exception {
        assertThat(refusedAtOnce("usual-key")).isZero();
    }

    /** How many of many threads do not wait for the key, which is fetched while all of them ask. */
    private int refusedAtOnce(String id) throws InterruptedException {
        var threads = 2 * KeySetCache.MOST_WAITING;
        var asking = new CountDownLatch(threads);
        var refused = new AtomicInteger();
        KeySetSource slow = () -> {
            try {
                asking.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return published;
        };
        var pool = Executors.newFixedThreadPool(threads);
        for (var thread = 0; thread < threads; thread++) {
            pool.execute(() -> {
                asking.countDown();
                try {
                    keys.find(id, slow);
                } catch (KeysUnavailable e) {
                    refused.incrementAndGet();
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        return refused.get();
    }

    @Test
    void keys_are_fetched_once_for_many_tokens() throws Exception {
        for (var token = 0; token < 100; token++) {
            assertThat(keys.find("usual-key", source))
                    .contains(TestTokens.USUAL.key().toRSAPublicKey());
        }

        assertThat(fetched).hasValue(1);
    }

    @Test
    void keys_are_fetched_again_for_an_unknown_key() throws Exception {
        assertThat(keys.find("usual-key", source)).isPresent();
        published = Optional.of(List.of(USUAL, NEXT));
        clock.advance(KeySetCache.PAUSE);

        assertThat(keys.find("next-key", source))
                .contains(TestTokens.named("next-key").key().toRSAPublicKey());
        assertThat(keys.find("usual-key", source)).isPresent();
        assertThat(fetched).hasValue(2);
    }

    @Test
    void keys_are_not_fetched_for_every_made_up_id() throws Exception {
        for (var token = 0; token < 100; token++) {
            assertThat(keys.find("made-up-" + token, source)).isEmpty();
        }
        assertThat(fetched).hasValue(1);

        clock.advance(KeySetCache.PAUSE);
        assertThat(keys.find("made-up", source)).isEmpty();
        assertThat(fetched).hasValue(2);
    }

    @Test
    void withdrawn_keys_are_forgotten() throws Exception {
        assertThat(keys.find("usual-key", source)).isPresent();
        published = Optional.of(List.of(NEXT));

        clock.advance(KeySetCache.FRESH.minusMillis(1));
        assertThat(keys.find("usual-key", source)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(keys.find("usual-key", source)).isEmpty();
    }

    @Test
    void keys_stay_valid_for_a_while_during_an_outage() throws Exception {
        assertThat(keys.find("usual-key", source)).isPresent();
        published = DOWN;

        clock.advance(KeySetCache.TRUSTED.minusMillis(1));
        assertThat(keys.find("usual-key", source)).isPresent();
        assertThat(keys.find("usual-key", source)).isPresent();
        assertThat(fetched).hasValue(2);

        clock.advance(KeySetCache.PAUSE);
        assertThatThrownBy(() -> keys.find("usual-key", source)).isInstanceOf(KeysUnavailable.class);
        assertThat(fetched).hasValue(3);
    }

    @Test
    void keys_are_unavailable_until_auth_service_responds() throws Exception {
        published = DOWN;

        for (var token = 0; token < 10; token++) {
            assertThatThrownBy(() -> keys.find("usual-key", source)).isInstanceOf(KeysUnavailable.class);
        }
        assertThat(fetched).hasValue(1);

        published = Optional.of(List.of(USUAL));
        clock.advance(KeySetCache.PAUSE);
        assertThat(keys.find("usual-key", source)).isPresent();
    }

    @Test
    void keys_are_fetched_once_for_many_simultaneous_tokens() {
        var found = IntStream.range(0, 64)
                .parallel()
                .filter(token -> isFound(source))
                .count();

        assertThat(found).isEqualTo(64);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void keys_are_used_while_another_thread_fetches_them_again() throws Exception {
        var fetching = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        KeySetSource slow = () -> {
            if (fetched.incrementAndGet() > 1) {
                fetching.countDown();
                await(go);
            }
            return published;
        };
        assertThat(isFound(slow)).isTrue();
        clock.advance(KeySetCache.FRESH);
        var reader = new Thread(() -> isFound(slow));
        reader.start();
        await(fetching);

        assertThat(isFound(slow)).isTrue();
        assertThat(fetched).hasValue(2);

        go.countDown();
        reader.join();
    }

    @Test
    void a_malformed_key_does_not_affect_the_others() throws Exception {
        published = Optional.of(List.of(new PublishedKey("broken-key", "", ""), USUAL));

        assertThat(keys.find("usual-key", source)).isPresent();
        assertThat(keys.find("broken-key", source)).isEmpty();
    }

    private boolean isFound(KeySetSource source) {
        try {
            return keys.find("usual-key", source).isPresent();
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

    private static PublishedKey published(TestTokens tokens) {
        var key = tokens.key();
        return new PublishedKey(
                key.getKeyID(),
                key.getModulus().toString(),
                key.getPublicExponent().toString());
    }
}
