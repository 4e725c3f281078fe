package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.states.SandboxStates;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/**
 * A vendor's sandbox as a target. Real values replace the recorded ones: the credentials, and each value that a state's parameter names
 * ({@code {id: cus_42}}), which becomes the one that the state's method returned.
 */
public final class SandboxTarget implements VerificationTarget {

    private static final int UNAUTHORIZED = 401;

    private final ProviderHttpClient sandbox;
    private final String authorization;
    private final Map<String, String> realValues;
    private final SandboxStates states;
    private final Consumer<IRequest> adapt;

    /**
     * @param authorization the real {@code Authorization} header; never printed
     * @param realValues real values by example, e.g. an account id, that hold for every interaction
     * @param adapt changes a request to what else the vendor's sandbox needs
     */
    public SandboxTarget(
            URI sandbox,
            String authorization,
            Map<String, String> realValues,
            SandboxStates states,
            Consumer<IRequest> adapt) {
        this.sandbox = new ProviderHttpClient(sandbox);
        this.authorization = authorization;
        this.realValues = Map.copyOf(realValues);
        this.states = states;
        this.adapt = adapt;
    }

    @Override
    public ComparisonResult verify(ContractInteraction interaction) {
        if (!(interaction.interaction() instanceof SynchronousHttp http)) {
            throw new TestAbortedException("a sandbox sends its messages only to public URLs");
        }
        var values = new HashMap<>(realValues);
        for (var state : interaction.states()) {
            values.putAll(states.setUp(state));
        }
        var request = real(
                http.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider),
                values,
                unauthorized(http));
        var mismatches = ContractComparison.of(interaction.alone(), http, sandbox.send(request));
        return ComparisonResult.of(mismatches, () -> sandbox.repeat(request));
    }

    /** A contract about invalid credentials keeps them. */
    private static boolean unauthorized(SynchronousHttp http) {
        return http.getResponse().getStatus() == UNAUTHORIZED;
    }

    private IRequest real(IRequest request, Map<String, String> values, boolean unauthorized) {
        new RealValueSubstitution(values).applyTo(request);
        if (!unauthorized) {
            request.getHeaders().keySet().stream()
                    .filter("Authorization"::equalsIgnoreCase)
                    .findFirst()
                    .ifPresent(name -> request.getHeaders().put(name, List.of(authorization)));
        }
        adapt.accept(request);
        return request;
    }
}
