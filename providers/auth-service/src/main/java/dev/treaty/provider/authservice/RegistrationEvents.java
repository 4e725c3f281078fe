package dev.treaty.provider.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.service.SentMessages;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The events about registrations, by the e-mail address that a state names: the bytes that the outbox really holds. */
final class RegistrationEvents implements SentMessages {

    private final Jdbi jdbi;

    RegistrationEvents(Jdbi jdbi) {
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
