package dev.treaty.provider.authservice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.treaty.provider.authservice.accounts.EmailAddress;
import dev.treaty.provider.authservice.accounts.Password;
import dev.treaty.provider.authservice.accounts.PasswordHash;
import dev.treaty.provider.authservice.accounts.RegistrationRequest;
import dev.treaty.provider.authservice.accounts.User;
import dev.treaty.provider.authservice.accounts.Users;
import dev.treaty.provider.authservice.keys.AccessToken;
import dev.treaty.provider.authservice.sessions.RefreshToken;
import dev.treaty.provider.authservice.sessions.SessionTokens;
import dev.treaty.provider.authservice.sessions.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No password, token or hash appears in a log, an error or a string, whatever goes wrong. */
class SecretsTest {

    private static final String ADA = "ada@example.org";

    private final AuthServiceUnderTest auth = new AuthServiceUnderTest();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final CapturedLog log = new CapturedLog();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        auth.close();
    }

    @Test
    void no_log_line_contains_a_secret() {
        var secrets = new ArrayList<String>();
        auth.register(ADA).statusCode(201);
        secrets.add(AuthServiceUnderTest.PASSWORD);
        secrets.add(storedHash());
        auth.signIn(ADA, "my wrong password").statusCode(401);
        secrets.add("my wrong password");
        var first = auth.signedIn(ADA);
        var second = auth.refreshed(first.refresh());
        secrets.addAll(List.of(first.access(), first.refresh(), second.access(), second.refresh()));
        auth.refresh(first.refresh()).statusCode(401);
        auth.revoke(second.refresh()).statusCode(204);

        assertThat(logged()).contains("one of its refresh tokens was used twice");
        assertThat(logged()).doesNotContain(secrets);
    }

    @Test
    void the_failure_of_a_statement_is_reported_without_its_parameters() {
        auth.stored().useHandle(handle -> {
            handle.execute("ALTER TABLE registered_user ADD CHECK (name <> 'Ada Lovelace')");
            handle.execute("ALTER TABLE refresh_token RENAME COLUMN hash TO planted_fault");
        });

        var registration = auth.register(ADA).statusCode(500).extract().asString();
        var refresh = auth.refresh("my-refresh-token").statusCode(500).extract().asString();

        assertThat(logged()).contains("unexpected failure in POST /users", "violates check constraint");
        assertThat(logged()).contains("unexpected failure in POST /sessions/refresh");
        assertThat(logged() + registration + refresh)
                .doesNotContain("$argon2id$", AuthServiceUnderTest.PASSWORD, "my-refresh-token");
    }

    @Test
    void an_unreadable_body_is_not_quoted() {
        var answer = auth.post("/sessions", "{\"email\": \"ada@example.org\", \"password\": \"my password")
                .statusCode(400)
                .extract()
                .asString();

        assertThat(answer + logged()).doesNotContain("my password");
    }

    @Test
    void no_string_form_of_a_value_shows_its_secret() {
        var password = new Password("my password");
        var hash = new PasswordHash("$argon2id$v=19$…");
        var tokens = new SessionTokens(new AccessToken("eyJ.my.token"), new RefreshToken("my-refresh-token"));
        var user = new User("usr_42", ADA, "Ada");
        var texts = List.of(
                tokens,
                new Users.Account(user, hash),
                new RegistrationRequest(ADA, password, "Ada"),
                new RegistrationRequest.Checked(new EmailAddress(ADA), password, "Ada"),
                new AuthRoutes.Credentials(ADA, password),
                new AuthRoutes.Continuation(new RefreshToken("my-refresh-token")),
                new SignIn.Outcome.SignedIn(tokens),
                Optional.of(password));

        assertThat(texts.toString()).doesNotContain("my password", "argon2", "eyJ", "my-refresh-token");
    }

    private String storedHash() {
        return auth.stored()
                .withHandle(handle -> handle.createQuery("SELECT password_hash FROM registered_user")
                        .mapTo(String.class)
                        .one());
    }

    private String logged() {
        return log.text();
    }

    /** Everything that is logged, with stack traces and MDC; includes the lines of other tests. */
    private static final class CapturedLog extends AppenderBase<ILoggingEvent> {

        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            var failure = event.getThrowableProxy();
            lines.add("%s %s %s %s"
                    .formatted(
                            event.getFormattedMessage(),
                            event.getMDCPropertyMap(),
                            event.getKeyValuePairs(),
                            failure == null ? "" : ThrowableProxyUtil.asString(failure)));
        }

        String text() {
            return String.join("\n", lines);
        }
    }
}
