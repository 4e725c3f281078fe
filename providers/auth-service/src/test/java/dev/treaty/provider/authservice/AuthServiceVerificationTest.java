package dev.treaty.provider.authservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.junit.RunningServiceVerification;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.SentMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Verifies the reference service against its contracts, or with {@code -Dauth-service.url=…} the one at that URL. */
@Provider("auth-service")
class AuthServiceVerificationTest extends RunningServiceVerification {

    private final String database = AuthDatabases.create();
    private @Nullable AuthService service;

    @Override
    protected URI start() {
        service = AuthService.start(
                ServiceOptions.embedded().withDatabase(database),
                AuthServiceUnderTest.CHEAP,
                TestKeys.inOrder(),
                Clock.systemUTC());
        return service.url();
    }

    @Override
    protected void stop() {
        service().close();
    }

    @State(AuthStates.NO_USER)
    Map<String, Object> noUserIsRegistered(Map<String, @Nullable Object> user) {
        return service().states().enter(AuthStates.NO_USER, user);
    }

    @State(AuthStates.USER)
    Map<String, Object> aUserIsRegistered(Map<String, @Nullable Object> user) {
        return service().states().enter(AuthStates.USER, user);
    }

    @State(AuthStates.REGISTERS)
    Map<String, Object> aUserRegisters(Map<String, @Nullable Object> user) {
        return service().states().enter(AuthStates.REGISTERS, user);
    }

    @State(AuthStates.NO_ATTEMPTS)
    Map<String, Object> aUserHasNoAttemptsToSignInLeft(Map<String, @Nullable Object> user) {
        return service().states().enter(AuthStates.NO_ATTEMPTS, user);
    }

    @State(AuthStates.SESSION)
    Map<String, Object> aSessionIsOpen(Map<String, @Nullable Object> session) {
        return service().states().enter(AuthStates.SESSION, session);
    }

    @State(AuthStates.REVOKED)
    Map<String, Object> aRefreshTokenIsRevoked(Map<String, @Nullable Object> token) {
        return service().states().enter(AuthStates.REVOKED, token);
    }

    @State(AuthStates.KEY)
    Map<String, Object> aKeySignsAccessTokens(Map<String, @Nullable Object> key) {
        return service().states().enter(AuthStates.KEY, key);
    }

    @State(
            value = {
                AuthStates.NO_USER,
                AuthStates.USER,
                AuthStates.REGISTERS,
                AuthStates.NO_ATTEMPTS,
                AuthStates.SESSION,
                AuthStates.REVOKED
            },
            action = StateChangeAction.TEARDOWN)
    void theUserIsRemoved(Map<String, @Nullable Object> parameters) {
        service().states().leave("any", parameters);
    }

    /** What the outbox holds after the registration. */
    @Override
    protected SentMessage message(ContractInteraction interaction) {
        var state = interaction.states().get(0);
        var sent = new AuthEvents(Jdbi.create(database))
                .newest(String.valueOf(state.getName()), state.getParams())
                .orElseThrow(() -> new AssertionError("no event about the registration is in the outbox"));
        return new SentMessage(
                sent.content().getBytes(UTF_8), sent.contentType(), Map.of("contentType", sent.contentType()));
    }

    private AuthService service() {
        if (service == null) {
            throw new IllegalStateException("the service is started before the first interaction");
        }
        return service;
    }
}
