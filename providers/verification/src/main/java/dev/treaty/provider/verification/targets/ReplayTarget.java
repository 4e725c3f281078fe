package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.verification.comparison.ComparisonResult;
import dev.treaty.provider.verification.comparison.ContractComparison;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpMessage;

/**
 * The stub server as a target. No state is set up; each is requested by name in the header {@code Pact-Provider-State}. A message is
 * requested by its description at {@code /__messages}.
 */
public final class ReplayTarget implements VerificationTarget {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE_HEADER = "Pact-Provider-State";

    private final ProviderHttpClient stub;
    private final MessageEndpoint messages;

    /**
     * The stub server as a target.
     *
     * @param provider the provider's URL on the stub server, e.g. {@code http://127.0.0.1:12111}
     */
    public ReplayTarget(URI provider) {
        this.stub = new ProviderHttpClient(provider);
        this.messages = new MessageEndpoint(provider.resolve("/__messages"));
    }

    @Override
    public ComparisonResult verify(ContractInteraction interaction) {
        if (interaction.interaction() instanceof SynchronousHttp http) {
            var request = http.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider);
            Consumer<HttpMessage> states = headers ->
                    interaction.states().forEach(state -> headers.addHeader(STATE_HEADER, stateHeader(state)));
            var mismatches = ContractComparison.of(interaction.alone(), http, stub.send(request, states));
            return ComparisonResult.of(mismatches, () -> stub.repeat(request, states));
        }
        return messages.verify(interaction, (AsynchronousMessage) interaction.interaction());
    }

    private static String stateHeader(ProviderState state) {
        return state.getParams().isEmpty() ? state.getName() : state.getName() + " " + json(state.getParams());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
