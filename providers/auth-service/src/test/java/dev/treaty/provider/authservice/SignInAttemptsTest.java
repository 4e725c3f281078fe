package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.authservice.sessions.Sha256;
import dev.treaty.provider.authservice.sessions.SignInAttempts;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInAttemptsTest {

    private static final int PER_ACCOUNT = SignInAttempts.Limit.ACCOUNT.most();
    private static final int PER_ADDRESS = SignInAttempts.Limit.ADDRESS.most();

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();

    @AfterAll
    void stop() {
        auth.close();
    }

    @Test
    void too_many_wrong_passwords_lock_an_account_for_a_while_wherever_they_come_from() {
        try (var own = new AuthServiceUnderTest()) {
            own.register("ada@example.org").statusCode(201);
            for (var attempt = 0; attempt < PER_ACCOUNT; attempt++) {
                own.signIn("ada@example.org", "wrong password", "192.0.2." + attempt)
                        .statusCode(401);
            }
            own.clock().advance(Duration.ofSeconds(100));

            own.signIn("ada@example.org", AuthServiceUnderTest.PASSWORD, "198.51.100.1")
                    .statusCode(429)
                    .header("Retry-After", "200")
                    .header("RateLimit-Policy", "\"account\";q=10;w=300")
                    .header("RateLimit", "\"account\";r=0;t=200")
                    .body("type", equalTo("https://treaty.dev/problems/too-many-requests"));

            own.clock().advance(Duration.ofSeconds(200));
            own.signIn("ada@example.org", AuthServiceUnderTest.PASSWORD).statusCode(201);
        }
    }

    /** The client adds a line of its own to the proxy's; each attempt claims another address. */
    @Test
    void a_client_cannot_hide_behind_a_line_that_it_made_up() {
        try (var own = new AuthServiceUnderTest()) {
            for (var attempt = 0; attempt < PER_ADDRESS; attempt++) {
                own.signIn("user" + attempt + "@example.org", "wrong password", "203.0.113." + attempt, "192.0.2.7")
                        .statusCode(401);
            }

            own.signIn("another@example.org", "wrong password", "198.51.100.1", "192.0.2.7")
                    .statusCode(429);
        }
    }

    @Test
    void an_e_mail_address_without_an_account_is_locked_just_the_same() {
        for (var attempt = 0; attempt < PER_ACCOUNT; attempt++) {
            auth.signIn("nobody@example.org", "wrong password").statusCode(401);
        }

        auth.signIn("Nobody@Example.org", "wrong password").statusCode(429);
    }

    @Test
    void the_right_password_gives_an_account_all_its_attempts_back() {
        var ada = registered();
        for (var attempt = 1; attempt < PER_ACCOUNT; attempt++) {
            auth.signIn(ada, "wrong password").statusCode(401);
        }
        auth.signIn(ada, AuthServiceUnderTest.PASSWORD).statusCode(201);

        auth.signIn(ada, "wrong password").statusCode(401);
    }

    @Test
    void too_many_attempts_from_one_address_lock_only_that_address() {
        var ada = registered();
        auth.stored()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO sign_in_attempts VALUES (?, ?, ?)",
                        Sha256.of("address 203.0.113.1"),
                        PER_ADDRESS - 1,
                        auth.clock().instant().plusSeconds(60)));
        auth.signIn(ada, "wrong password", "203.0.113.1").statusCode(401);

        auth.signIn(ada, AuthServiceUnderTest.PASSWORD, "203.0.113.1")
                .statusCode(429)
                .header("RateLimit", "\"address\";r=0;t=60");
        auth.signIn(ada, AuthServiceUnderTest.PASSWORD, "203.0.113.2").statusCode(201);
    }

    @Test
    void of_many_simultaneous_attempts_only_as_many_as_allowed_are_compared() throws Exception {
        var ada = registered();
        var callers = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> attempt =
                    () -> auth.signIn(ada, "wrong password").extract().statusCode();
            var answers = callers.invokeAll(IntStream.range(0, 2 * PER_ACCOUNT)
                    .mapToObj(caller -> attempt)
                    .toList());

            var refused = 0;
            for (var answer : answers) {
                refused += answer.get() == 401 ? 1 : 0;
            }
            assertThat(refused).isEqualTo(PER_ACCOUNT);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void what_was_typed_as_an_address_is_stored_only_as_a_hash() {
        auth.signIn("my password by mistake", "wrong password").statusCode(401);

        var stored = auth.stored()
                .withHandle(handle -> handle.createQuery("SELECT encode(who, 'escape') FROM sign_in_attempts")
                        .mapTo(String.class)
                        .list());

        assertThat(stored).isNotEmpty().noneMatch(who -> who.contains("mistake"));
    }

    private String registered() {
        var email = UUID.randomUUID() + "@example.org";
        auth.register(email).statusCode(201);
        return email;
    }
}
