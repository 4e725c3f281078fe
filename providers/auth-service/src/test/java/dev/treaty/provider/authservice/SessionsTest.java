package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.authservice.sessions.Sha256;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();

    @AfterAll
    void stop() {
        auth.close();
    }

    @Test
    void each_refresh_returns_new_tokens() {
        var first = auth.signedIn(registered());

        var second = auth.refreshed(first.refresh());
        var third = auth.refreshed(second.refresh());

        assertThat(new String[] {first.refresh(), second.refresh(), third.refresh()})
                .doesNotHaveDuplicates();
        assertThat(new String[] {first.access(), second.access(), third.access()})
                .doesNotHaveDuplicates();
    }

    @Test
    void a_refresh_token_used_twice_revokes_its_whole_family() {
        var stolen = auth.signedIn(registered()).refresh();
        var next = auth.refreshed(stolen).refresh();

        refused(stolen);

        refused(next);
    }

    @Test
    void the_persons_other_sessions_stay_open() {
        var email = registered();
        var stolen = auth.signedIn(email).refresh();
        var elsewhere = auth.signedIn(email).refresh();
        var unused = auth.refreshed(stolen);

        refused(stolen);

        auth.refresh(elsewhere).statusCode(200);
    }

    @Test
    void of_many_simultaneous_uses_one_wins_and_the_family_is_revoked() throws Exception {
        var token = auth.signedIn(registered()).refresh();
        var go = new CountDownLatch(1);
        var callers = Executors.newFixedThreadPool(8);
        try {
            var answers = IntStream.range(0, 8)
                    .mapToObj(caller -> callers.submit(() -> {
                        go.await();
                        return auth.refresh(token);
                    }))
                    .toList();
            go.countDown();

            String won = null;
            for (var answer : answers) {
                var response = answer.get().extract();
                if (response.statusCode() == 200) {
                    assertThat(won).as("the one that won").isNull();
                    won = response.path("refreshToken");
                }
            }

            assertThat(won).isNotNull();
            refused(String.valueOf(won));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void signing_out_ends_the_session_and_can_be_repeated() {
        var first = auth.signedIn(registered()).refresh();
        var second = auth.refreshed(first).refresh();

        auth.revoke(second).statusCode(204);
        auth.revoke(second).statusCode(204);
        auth.revoke("no-such-token").statusCode(204);

        refused(second);
    }

    @Test
    void a_made_up_token_is_refused() {
        refused("no-such-token");
    }

    @Test
    void a_session_ends_after_30_days_without_use() {
        try (var own = new AuthServiceUnderTest()) {
            own.register("ada@example.org").statusCode(201);
            var token = own.signedIn("ada@example.org").refresh();

            own.clock().advance(Duration.ofDays(29));
            var next = own.refreshed(token).refresh();
            own.clock().advance(Duration.ofDays(30));

            own.refresh(next).statusCode(401);
        }
    }

    @Test
    void only_hashes_of_tokens_are_stored() {
        try (var own = new AuthServiceUnderTest()) {
            own.register("ada@example.org").statusCode(201);
            var token = own.signedIn("ada@example.org").refresh();

            var stored = own.stored()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT t::text || encode(t.hash, 'escape') FROM refresh_token t")
                            .mapTo(String.class)
                            .one());
            var hash = own.stored()
                    .withHandle(handle -> handle.createQuery("SELECT hash FROM refresh_token")
                            .mapTo(byte[].class)
                            .one());

            assertThat(stored).doesNotContain(token);
            assertThat(hash).isEqualTo(Sha256.of(token));
        }
    }

    private void refused(String refreshToken) {
        auth.refresh(refreshToken)
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"treaty\", error=\"invalid_token\"")
                .body("type", equalTo("https://treaty.dev/problems/refresh-token-revoked"));
    }

    private String registered() {
        var email = UUID.randomUUID() + "@example.org";
        auth.register(email).statusCode(201);
        return email;
    }
}
