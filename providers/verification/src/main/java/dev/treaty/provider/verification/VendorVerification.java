package dev.treaty.provider.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IRequest;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.contracts.CommittedContracts;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.states.SandboxStates;
import dev.treaty.provider.verification.targets.ReplayTarget;
import dev.treaty.provider.verification.targets.SandboxTarget;
import dev.treaty.provider.verification.targets.VerificationTarget;
import dev.treaty.stubs.replay.ReplayServer;
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
 * Holds a vendor to its contracts: the replay, started on a free port, or with {@code -D<vendor>.url=…} and credentials
 * the vendor's own sandbox.
 *
 * <p>A subclass names the vendor with {@code @Provider}, says how it authorises, and brings the sandbox to states with
 * {@code @State} methods, which may answer real values for the state's parameters.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VendorVerification extends ProviderVerification {

    private @Nullable VerificationSettings settings;
    private @Nullable ReplayServer stubServer;
    private @Nullable VerificationTarget target;

    /** The {@code Authorization} header that the sandbox accepts, made of {@linkplain #setting settings}. */
    protected abstract String authorization();

    /** Real values by recorded example that hold for every interaction, e.g. the account's id; none by default. */
    protected Map<String, String> realValues() {
        return Map.of();
    }

    /** Changes a request to what the sandbox needs; nothing by default. */
    protected void adapt(IRequest request) {}

    /** What is replayed when there is no sandbox: the vendor's contracts as they are committed. */
    protected List<PactFile> replayed() {
        return CommittedContracts.files(vendor());
    }

    /**
     * A setting of the sandbox, e.g. {@code setting("key")} for {@code -Dstripe.key=…}.
     *
     * @throws IllegalStateException when it is not given
     */
    protected final String setting(String name) {
        var property = vendor() + "." + name;
        return given(property)
                .orElseThrow(() -> new IllegalStateException("""
                The sandbox of %s needs a setting that is not given.
                  where: -D%s.url=%s
                  fix:   add -D%s=…, or leave the URL out to verify the replay""".formatted(vendor(), vendor(), sandbox(), property)));
    }

    /** The {@code Authorization} header of HTTP's Basic scheme (RFC 7617). */
    protected static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    /** Where the sandbox is, e.g. {@code https://api.stripe.com}; null when the replay is verified. */
    protected final @Nullable URI sandbox() {
        var property = vendor() + ".url";
        return given(property)
                .map(url -> VerificationSettings.address(property, url))
                .orElse(null);
    }

    /** A request to the sandbox with its credentials, for bringing it to a state. */
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
        stubServer =
                ReplayServer.builder().pacts(replayed()).listen(vendor(), 0).start();
        target = new ReplayTarget(stubServer.url(vendor()));
    }

    @AfterAll
    void stopReplay() {
        if (stubServer != null) {
            stubServer.close();
        }
    }

    private Optional<String> given(String property) {
        if (settings == null) {
            throw new IllegalStateException("settings are known from the first interaction on");
        }
        return settings.value(property);
    }

    private String vendor() {
        return InteractionTestProvider.provider(getClass());
    }
}
