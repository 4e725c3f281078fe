package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.states.StateChangeEndpoint;
import dev.treaty.provider.verification.states.StateMethods;
import dev.treaty.provider.verification.targets.MessageEndpoint;
import dev.treaty.provider.verification.targets.MessageSource;
import dev.treaty.provider.verification.targets.OutboxMessages;
import dev.treaty.provider.verification.targets.RunningServiceTarget;
import dev.treaty.provider.verification.targets.SentMessage;
import dev.treaty.provider.verification.targets.VerificationTarget;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/**
 * Holds a service to its contracts while it runs: the reference service, started on a free port, or with
 * {@code -D<service>.url=…} a service that somebody else runs, in whatever language.
 *
 * <p>A subclass names the service with {@code @Provider}, starts it, and brings it to states with
 * {@link au.com.dius.pact.provider.junitsupport.State @State} methods. They take the state's parameters, run before the
 * interaction or, with {@code action = StateChangeAction.TEARDOWN}, after it, and may return a map of values for which the
 * contract's provider-state generators ask. A service at a URL is brought to its states by POST to
 * {@code -D<service>.state-change-url=…} ({@code <url>/provider-states} by default), and asked for its messages by POST to
 * {@code -D<service>.messages-url=…}, both in Pact's own form.
 *
 * <p>Interactions run at the same time unless they {@linkplain #collisions collide}; {@code @State} methods must bear that.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
public abstract class RunningServiceVerification extends ProviderVerification {

    private static final String STATE_CHANGE_URL = "state-change-url";
    private static final String MESSAGES_URL = "messages-url";

    private @Nullable VerificationTarget target;
    private boolean started;

    /**
     * Starts the service on a free port, and whatever it needs. Called once, and only when no URL is given.
     *
     * @return where it answers, e.g. {@code http://127.0.0.1:41233}
     */
    protected abstract URI start() throws Exception;

    /** Stops what {@link #start} started; called once, if it was called. */
    protected void stop() throws Exception {}

    /** Whose {@code @State} methods are asked; by default this verification's own. Called after {@link #start}. */
    protected List<?> stateHandlers() {
        return List.of(this);
    }

    /**
     * The message that the service really sent, or has in its outbox, after the states of a message interaction were brought
     * about; for a service that sends messages to override.
     *
     * @throws AssertionError when the service sent none
     */
    protected SentMessage message(ContractInteraction interaction) {
        throw new IllegalStateException("""
                %s has a contract about a message, and its verification does not say what was sent.
                  where: "%s", %s
                  fix:   override message(ContractInteraction) to read the service's outbox""".formatted(
                interaction.provider(), interaction.description(), getClass().getName()));
    }

    /**
     * Keys of an interaction; two interactions that share one run one after the other. By default every text among the
     * parameters of its states (ids, names, addresses), and the name of a state without parameters: right for states that
     * are made exactly as the contract says. A service whose states are apart from each other, a tenant each, answers none.
     */
    protected Collection<String> collisions(ContractInteraction interaction) {
        var keys = new TreeSet<String>();
        interaction.states().forEach(state -> {
            if (state.getParams().isEmpty()) {
                keys.add(String.valueOf(state.getName()));
            }
            state.getParams().values().forEach(value -> addTexts(value, keys));
        });
        return keys;
    }

    private static void addTexts(@Nullable Object value, Set<String> keys) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> addTexts(one, keys));
        } else if (value instanceof String text) {
            keys.add(text);
        }
    }

    @Override
    final VerificationTarget target() {
        if (target == null) {
            throw new IllegalStateException("the target is chosen before the first interaction");
        }
        return target;
    }

    @BeforeAll
    final void chooseTarget(VerificationSettings settings) throws Exception {
        var url = address(settings, "url");
        if (url.isEmpty()) {
            started = true;
            target = new RunningServiceTarget(
                    start(), new StateMethods(stateHandlers()), new OutboxMessages(this::message), this::collisions);
            return;
        }
        var states = address(settings, STATE_CHANGE_URL)
                .orElseGet(() -> URI.create(url.get().toString().replaceAll("/+$", "") + "/provider-states"));
        target = new RunningServiceTarget(
                url.get(),
                new StateChangeEndpoint(states, service() + "." + STATE_CHANGE_URL),
                address(settings, MESSAGES_URL)
                        .<MessageSource>map(MessageEndpoint::new)
                        .orElse(this::outOfReach),
                this::collisions);
    }

    @AfterAll
    final void stopService() throws Exception {
        if (started) {
            stop();
        }
    }

    private ComparisonResult outOfReach(ContractInteraction asked, AsynchronousMessage expected) {
        throw new TestAbortedException(
                "nothing says where to ask %s for what it sends of itself: -D%s.%s= (the reference services: <url>/messages)"
                        .formatted(service(), service(), MESSAGES_URL));
    }

    private Optional<URI> address(VerificationSettings settings, String name) {
        return settings.address(service() + "." + name);
    }

    private String service() {
        return InteractionTestProvider.provider(getClass());
    }
}
