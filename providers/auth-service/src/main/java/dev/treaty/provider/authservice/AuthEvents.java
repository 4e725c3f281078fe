package dev.treaty.provider.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.authservice.accounts.EmailAddress;
import dev.treaty.provider.authservice.accounts.UserRegistered;
import dev.treaty.provider.service.states.SentMessages;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds the event about a registration by the e-mail address that a state names: exactly the bytes in the outbox. */
final class AuthEvents implements SentMessages {

    private final Jdbi jdbi;

    AuthEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<SentMessage> newest(String state, Map<String, @Nullable Object> parameters) {
        return Optional.ofNullable(parameters.get("email"))
                .flatMap(email -> EmailAddress.parse(email.toString()))
                .flatMap(email -> jdbi.withHandle(handle -> handle.createQuery("""
                                        SELECT body FROM outbox JOIN registered_user ON registered_user.id = subject
                                        WHERE compared_email = :email ORDER BY time DESC LIMIT 1""")
                        .bind("email", email.compared())
                        .mapTo(byte[].class)
                        .findOne()))
                .map(body -> new SentMessage(new String(body, UTF_8), UserRegistered.CONTENT_TYPE));
    }
}
