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
 * A vendor's sandbox as a target. What the recording made up is replaced by what is real: the credentials, and each value
 * that a state's parameter names ({@code {id: cus_42}}) by the one that the state's handler brought about.
 */
public final class SandboxTarget implements VerificationTarget {

    private static final int UNAUTHORIZED = 401;

    private final ProviderHttpClient sandbox;
    private final String authorization;
    private final Map<String, String> realValues;
    private final SandboxStates states;
    private final Consumer<IRequest> adapt;

    /**
     * @param authorization the real {@code Authorization} header; never shown
     * @param realValues real values by example, e.g. an account id, that hold for every interaction
     * @param adapt what else a vendor's sandbox needs of a request
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
    public ComparisonResult ask(ContractInteraction asked) {
        if (!(asked.interaction() instanceof SynchronousHttp http)) {
            throw new TestAbortedException("a sandbox sends its messages to public addresses only");
        }
        var values = new HashMap<>(realValues);
        for (var state : asked.states()) {
            values.putAll(states.enter(state));
        }
        var request = real(
                http.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider), values, refused(http));
        var differences = ContractComparison.of(asked.alone(), http, sandbox.send(request));
        return ComparisonResult.of(differences, () -> sandbox.repeat(request));
    }

    /** A contract about wrong credentials keeps them. */
    private static boolean refused(SynchronousHttp http) {
        return http.getResponse().getStatus() == UNAUTHORIZED;
    }

    private IRequest real(IRequest request, Map<String, String> values, boolean refused) {
        new RealValueSubstitution(values).putInto(request);
        if (!refused) {
            request.getHeaders().keySet().stream()
                    .filter("Authorization"::equalsIgnoreCase)
                    .findFirst()
                    .ifPresent(name -> request.getHeaders().put(name, List.of(authorization)));
        }
        adapt.accept(request);
        return request;
    }
}
