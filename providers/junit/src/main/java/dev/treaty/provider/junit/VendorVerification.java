package dev.treaty.provider.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.junit.standin.ReplayControl;
import dev.treaty.provider.junit.standin.VendorReplay;
import dev.treaty.provider.junit.standin.WebhookMessages;
import dev.treaty.provider.junit.states.LastResponse;
import dev.treaty.provider.junit.states.ReplayStates;
import dev.treaty.provider.junit.states.SandboxStates;
import dev.treaty.provider.verification.contracts.CommittedContracts;
import dev.treaty.provider.verification.report.VerifiedTarget;
import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.states.VendorStates;
import dev.treaty.provider.verification.targets.MessageSource;
import dev.treaty.provider.verification.targets.NoMessages;
import dev.treaty.provider.verification.targets.ReplayTarget;
import dev.treaty.provider.verification.targets.SandboxTarget;
import dev.treaty.provider.verification.targets.VerificationTarget;
import dev.treaty.stubs.http.provider.ProviderStub;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Verifies that a vendor keeps its contracts: its replay, started on a free port, or with {@code -D<vendor>.url=…} and credentials the
 * vendor's own sandbox.
 *
 * <p>A subclass names the vendor with {@code @Provider}, builds the credentials from {@linkplain #setting settings}, and sets up states with
 * {@code @State} methods, which send {@linkplain #vendorRequest requests} to the vendor and may return real values for the state's
 * parameters. If the vendor's replay has state, it is verified by the same methods: in an {@linkplain #replayAccount account} of its own for
 * each interaction, without any contract to answer from. What no method sets up, the replay brings about itself ({@link #bringAbout}), so no
 * interaction is skipped; messages are the webhooks that it really sends to {@link #webhookUrl}. A replay without state answers each
 * interaction from the contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VendorVerification extends ProviderVerification {

    /** Each interaction is verified by one thread. */
    private final ThreadLocal<Map<String, String>> account = ThreadLocal.withInitial(Map::of);

    private final LastResponse responses = new LastResponse();
    private @Nullable VerificationSettings settings;
    private @Nullable VendorReplay replay;
    private @Nullable VerificationTarget target;

    /** The {@code Authorization} header that the vendor accepts, built from {@linkplain #setting settings}. */
    protected abstract String authorization();

    /** Real values by recorded example, for every interaction, e.g. the account's id; none by default. */
    protected Map<String, String> realValues() {
        return Map.of();
    }

    /** The {@linkplain #setting settings} of a new account with the replay, e.g. a random {@code key}; none by default. */
    protected Map<String, String> replayAccount() {
        return Map.of();
    }

    /** Changes a request to what the sandbox needs; does nothing by default. */
    protected void adapt(IRequest request) {}

    /** Changes a request to what the replay needs, if it has state; does nothing by default. */
    protected void adaptToReplay(IRequest request) {}

    /** What opens the replay, if it has state; by default, what is on the class path. */
    protected Collection<? extends ProviderStub> providerStubs() {
        return VendorReplay.installedStubs();
    }

    /** What is replayed without a sandbox, if the replay has no state: the committed contracts. */
    protected List<PactFile> replayed() {
        return CommittedContracts.files(vendor());
    }

    /**
     * A setting of the sandbox, e.g. {@code setting("key")} for {@code -Dstripe.key=…}, or of the replay's {@linkplain #replayAccount
     * account}.
     *
     * @throws InvalidSetting if it is missing
     */
    protected final String setting(String name) {
        var property = vendor() + "." + name;
        return Optional.ofNullable(account.get().get(name))
                .or(() -> given(property))
                .orElseThrow(() -> missing(name, property));
    }

    private InvalidSetting missing(String name, String property) {
        return replay == null
                ? new InvalidSetting(
                        "A setting of %s's sandbox is missing.".formatted(vendor()),
                        "-D%s.url=%s".formatted(vendor(), sandbox()),
                        "add -D%s=…, or omit the URL to verify the replay".formatted(property))
                : new InvalidSetting(
                        "The account with the replay of %s has no setting \"%s\".".formatted(vendor(), name),
                        getClass().getName(),
                        "return it from replayAccount()");
    }

    /** The {@code Authorization} header of HTTP Basic authentication (RFC 7617). */
    protected static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    /** The sandbox's URL, e.g. {@code https://api.stripe.com}; null if the replay is verified. */
    protected final @Nullable URI sandbox() {
        var property = vendor() + ".url";
        return given(property)
                .map(url -> VerificationSettings.url(property, url))
                .orElse(null);
    }

    /** A request to the sandbox or to the replay, with the credentials, for setting up a state. */
    protected final RequestSpecification vendorRequest() {
        var url = sandbox() == null ? replay().url() : sandbox();
        return RestAssured.given()
                .baseUri(String.valueOf(url))
                .header("Authorization", authorization())
                .filter(responses);
    }

    /**
     * Has the replay bring about a state by itself. Happens anyway for states without a {@code @State} method.
     *
     * @return values for the state's parameters
     */
    protected final Map<String, Object> bringAbout(String state, Map<String, ?> parameters) {
        return control().bringAbout(state, parameters);
    }

    /** Lets time pass for the account with the replay; what becomes due is done when this returns, deliveries included. */
    protected final void advance(Duration time) {
        control().advance(time);
    }

    /** Where the replay may send webhooks. It sends events there that need no registration; a callback's URL goes into a request. */
    protected final URI webhookUrl() {
        return replay().webhookUrl();
    }

    private ReplayControl control() {
        return new ReplayControl(this::vendorRequest);
    }

    private VendorReplay replay() {
        if (replay == null) {
            throw new IllegalStateException("the sandbox is verified, not the replay");
        }
        return replay;
    }

    @Override
    final VerificationTarget target() {
        if (target == null) {
            throw new IllegalStateException("the target is chosen before the first interaction");
        }
        return target;
    }

    @BeforeAll
    void chooseTarget(VerificationSettings settings, RunNotes notes) {
        this.settings = settings;
        var sandbox = sandbox();
        if (sandbox != null) {
            notes.target(VerifiedTarget.at(sandbox));
            var states = new SandboxStates(this, responses);
            target = target(
                    sandbox, states, new NoMessages("a sandbox sends its messages only to public URLs"), this::adapt);
            return;
        }
        replay = VendorReplay.start(vendor(), replayed(), providerStubs());
        notes.target(replay.hasState() ? VerifiedTarget.simulation(vendor()) : VerifiedTarget.contract());
        target = replay.hasState() ? withState(replay) : new ReplayTarget(replay.url());
    }

    private VerificationTarget withState(VendorReplay replay) {
        var states = new ReplayStates(
                this, responses, state -> bringAbout(String.valueOf(state.getName()), state.getParams()));
        var messages = new WebhookMessages(replay, control(), states);
        var verified = target(replay.url(), states, messages, this::adaptToReplay);
        return interaction -> {
            account.set(replayAccount());
            return verified.verify(interaction);
        };
    }

    private VerificationTarget target(
            URI vendor, VendorStates states, MessageSource messages, Consumer<IRequest> adapt) {
        var account = new SandboxTarget.Account(this::authorization, this::realValues);
        return new SandboxTarget(vendor, account, states, messages, adapt);
    }

    @AfterAll
    void stopReplay() {
        if (replay != null) {
            replay.close();
        }
    }

    private Optional<String> given(String property) {
        if (settings == null) {
            throw new IllegalStateException("settings are known once the tests start");
        }
        return settings.value(property);
    }

    private String vendor() {
        return InteractionTestProvider.provider(getClass());
    }
}
