package dev.treaty.provider.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.contracts.CommittedContracts;
import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.standin.VendorReplay;
import dev.treaty.provider.verification.states.SandboxStates;
import dev.treaty.provider.verification.targets.ReplayTarget;
import dev.treaty.provider.verification.targets.SandboxTarget;
import dev.treaty.provider.verification.targets.VerificationTarget;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Verifies that a vendor keeps its contracts: its replay, started on a free port, or with {@code -D<vendor>.url=…} and credentials the
 * vendor's own sandbox.
 *
 * <p>A subclass names the vendor with {@code @Provider}, provides the credentials, and sets up states in the sandbox with
 * {@code @State} methods, which may return real values for the state's parameters.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VendorVerification extends ProviderVerification {

    private @Nullable VerificationSettings settings;
    private @Nullable VendorReplay replay;
    private @Nullable VerificationTarget target;

    /** The {@code Authorization} header that the sandbox accepts, built from {@linkplain #setting settings}. */
    protected abstract String authorization();

    /** Real values by recorded example, for every interaction, e.g. the account's id; none by default. */
    protected Map<String, String> realValues() {
        return Map.of();
    }

    /** Changes a request to what the sandbox needs; does nothing by default. */
    protected void adapt(IRequest request) {}

    /** What is replayed without a sandbox: the committed contracts. */
    protected List<PactFile> replayed() {
        return CommittedContracts.files(vendor());
    }

    /**
     * A setting of the sandbox, e.g. {@code setting("key")} for {@code -Dstripe.key=…}.
     *
     * @throws InvalidSetting if it is missing
     */
    protected final String setting(String name) {
        var property = vendor() + "." + name;
        return given(property)
                .orElseThrow(() -> new InvalidSetting(
                        "A setting of %s's sandbox is missing.".formatted(vendor()),
                        "-D%s.url=%s".formatted(vendor(), sandbox()),
                        "add -D%s=…, or omit the URL to verify the replay".formatted(property)));
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

    /** A request to the sandbox with its credentials, for setting up a state. */
    protected final RequestSpecification sandboxRequest() {
        return RestAssured.given().baseUri(String.valueOf(sandbox())).header("Authorization", authorization());
    }

    @Override
    final VerificationTarget target() {
        if (target == null) {
            throw new IllegalStateException("the target is chosen before the first interaction");
        }
        return target;
    }

    @BeforeAll
    void chooseTarget(VerificationSettings settings) {
        this.settings = settings;
        var sandbox = sandbox();
        if (sandbox != null) {
            target = new SandboxTarget(sandbox, authorization(), realValues(), new SandboxStates(this), this::adapt);
            return;
        }
        replay = VendorReplay.start(vendor(), replayed());
        target = new ReplayTarget(replay.url());
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
