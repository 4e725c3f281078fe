package dev.treaty.provider.junit;

import dev.treaty.provider.junit.states.StateMethods;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.errors.InvalidVerification;
import dev.treaty.provider.verification.report.VerifiedTarget;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.states.StateCollisions;
import dev.treaty.provider.verification.targets.OutboxMessages;
import dev.treaty.provider.verification.targets.RunningServiceTarget;
import dev.treaty.provider.verification.targets.SentMessage;
import dev.treaty.provider.verification.targets.ServiceAtUrl;
import dev.treaty.provider.verification.targets.VerificationTarget;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Verifies that a running service keeps its contracts: the reference service, started on a free port, or with
 * {@code -D<service>.url=…} a service that runs elsewhere, in any language.
 *
 * <p>A subclass names the service with {@code @Provider}, starts it, and sets up its states with
 * {@link au.com.dius.pact.provider.junitsupport.State @State} methods. They take the state's parameters, run before the
 * interaction or, with {@code action = StateChangeAction.TEARDOWN}, after it, and may return a map of values for the
 * contract's provider-state generators. For a service at a URL, states are set up by POST to
 * {@code -D<service>.state-change-url=…} ({@code <url>/provider-states} by default), and messages are requested by POST to
 * {@code -D<service>.messages-url=…}, both as Pact specifies.
 *
 * <p>Interactions run in parallel unless they {@linkplain #collisions collide}, so {@code @State} methods must be thread-safe. A service at a
 * URL may share more than the contract says, e.g. a teardown that clears everything: there they run one after the other, unless
 * {@code -Dpact.parallel=N} asks for more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
public abstract class RunningServiceVerification extends ProviderVerification {

    private @Nullable VerificationTarget target;
    private boolean started;

    /**
     * Starts the service on a free port, and whatever it needs. Called once, only if no URL is given.
     *
     * @return its URL, e.g. {@code http://127.0.0.1:41233}
     */
    protected abstract URI start() throws Exception;

    /** Stops what {@link #start} started. Called once, only if that was called. */
    protected void stop() throws Exception {}

    /** The objects whose {@code @State} methods are called; by default this verification. Called after {@link #start}. */
    protected List<?> stateHandlers() {
        return List.of(this);
    }

    /**
     * The message that the service sent, or has in its outbox, after the states of a message interaction were set up. A service that
     * sends messages overrides this.
     *
     * @throws AssertionError if the service sent none
     */
    protected SentMessage message(ContractInteraction interaction) {
        throw new InvalidVerification(
                "%s has a contract about a message, but its verification does not return what was sent."
                        .formatted(interaction.provider()),
                "\"%s\", %s".formatted(interaction.description(), getClass().getName()),
                "override message(ContractInteraction) to read the service's outbox");
    }

    /**
     * The keys of an interaction. Interactions that share a key do not run in parallel. By default, every string among the parameters of
     * its states (ids, names, addresses), and the name of a state without parameters: correct for states that are created exactly as
     * the contract says. A service whose states are isolated from each other, e.g. one tenant each, returns none.
     */
    protected Collection<String> collisions(ContractInteraction interaction) {
        return StateCollisions.keys(interaction);
    }

    @Override
    final VerificationTarget target() {
        if (target == null) {
            throw new IllegalStateException("the target is chosen before the first interaction");
        }
        return target;
    }

    @BeforeAll
    final void chooseTarget(VerificationSettings settings, RunNotes notes) throws Exception {
        var elsewhere = ServiceAtUrl.in(settings, service() + ".");
        started = elsewhere.isEmpty();
        notes.target(elsewhere
                .map(ServiceAtUrl::url)
                .map(VerifiedTarget::at)
                .orElseGet(() -> VerifiedTarget.started(service())));
        elsewhere.ifPresent(running -> notes.say(running.pace(service(), settings)));
        target = elsewhere.isPresent() ? elsewhere.get().target(service(), this::collisions) : started();
    }

    private VerificationTarget started() throws Exception {
        return new RunningServiceTarget(
                start(),
                new StateMethods(stateHandlers()),
                new OutboxMessages(this::message),
                Integer.MAX_VALUE,
                this::collisions);
    }

    @AfterAll
    final void stopService() throws Exception {
        if (started) {
            stop();
        }
    }

    private String service() {
        return InteractionTestProvider.provider(getClass());
    }
}
