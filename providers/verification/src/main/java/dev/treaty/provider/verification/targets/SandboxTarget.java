package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.states.VendorStates;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A vendor with state as a target: its sandbox, or its replay. Real values replace the recorded ones: the credentials, and each value that a
 * state's parameter names ({@code {id: cus_42}}), which becomes the one that was created with the state.
 */
public final class SandboxTarget implements VerificationTarget {

    private static final int UNAUTHORIZED = 401;

    private final ProviderHttpClient vendor;
    private final Account account;
    private final VendorStates states;
    private final MessageSource messages;
    private final Consumer<IRequest> adapt;

    /**
     * @param messages what the vendor sends; sets up the states of an interaction itself
     * @param adapt changes a request to what else the vendor needs
     */
    public SandboxTarget(
            URI vendor, Account account, VendorStates states, MessageSource messages, Consumer<IRequest> adapt) {
        this.vendor = new ProviderHttpClient(vendor);
        this.account = account;
        this.states = states;
        this.messages = messages;
        this.adapt = adapt;
    }

    /**
     * The account with the vendor. Asked again for each interaction, after its states were set up.
     *
     * @param authorization the real {@code Authorization} header; never printed
     * @param realValues real values by example, e.g. an account id, for every interaction
     */
    public record Account(Supplier<String> authorization, Supplier<Map<String, String>> realValues) {}

    @Override
    public ComparisonResult verify(ContractInteraction interaction) {
        if (!(interaction.interaction() instanceof SynchronousHttp http)) {
            return messages.verify(interaction, (AsynchronousMessage) interaction.interaction());
        }
        var values = new HashMap<String, String>();
        for (var state : interaction.states()) {
            values.putAll(states.setUp(state));
        }
        account.realValues().get().forEach(values::putIfAbsent);
        var request = real(
                http.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider),
                values,
                unauthorized(http));
        var mismatches = ContractComparison.of(interaction.alone(), http, vendor.send(request));
        return ComparisonResult.of(mismatches, () -> vendor.repeat(request));
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
                    .ifPresent(name -> request.getHeaders()
                            .put(name, List.of(account.authorization().get())));
        }
        adapt.accept(request);
        return request;
    }
}
