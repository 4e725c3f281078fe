package dev.treaty.stubs.http.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.stubs.http.response.Responses;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.index.PathPattern;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.InteractionOrigin;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.ProviderPath;
import java.util.List;
import java.util.Map;

/** Describes interactions as stub mappings, for WireMock's admin API; each can be traced to its contract. */
final class ContractMappingFactory {

    private ContractMappingFactory() {}

    static ContractMapping of(ReplayedInteraction interaction) {
        return interaction instanceof HttpInteraction http ? ofHttp(http) : ofMessage((MessageInteraction) interaction);
    }

    private static ContractMapping ofHttp(HttpInteraction interaction) {
        var path = PathPattern.of(interaction.expected());
        var url = path.whole()
                ? urlPathEqualTo(ProviderPath.of(interaction.origin().provider()) + path.prefix())
                : anyUrl();
        var method = interaction.expected().getMethod();
        return mapping(interaction, method, url, Responses.of(interaction.example(), method));
    }

    private static ContractMapping ofMessage(MessageInteraction message) {
        var url = urlPathEqualTo(ProviderPath.of(message.origin().provider()) + ParsedRequest.MESSAGES_PATH);
        return mapping(message, "POST", url, Responses.of(message.generate()));
    }

    private static ContractMapping mapping(
            ReplayedInteraction interaction, String method, UrlPattern url, StubResponse response) {
        var origin = interaction.origin();
        var id = origin.id();
        var request = RequestPatternBuilder.newRequestPattern(RequestMethod.fromString(method), url)
                .andMatching(PactRequestMatcher.NAME, PactRequestMatcher.parameters(id))
                .build();
        var mapping = new ContractMapping(
                interaction, request, ResponseDefinitions.of(response.status(), response.headers(), response.body()));
        mapping.setId(id);
        mapping.setName(origin.description());
        mapping.setMetadata(metadata(origin));
        return mapping;
    }

    private static Metadata metadata(InteractionOrigin origin) {
        return Metadata.metadata()
                .attr("consumer", origin.consumer())
                .attr("provider", origin.provider())
                .attr("file", PathText.of(origin.file().path()))
                .attr("description", origin.description())
                .attr("states", states(origin))
                .attr("key", origin.key())
                .build();
    }

    private static List<Map<String, Object>> states(InteractionOrigin origin) {
        return origin.states().stream()
                .map(state -> Map.of("name", String.valueOf(state.getName()), "params", state.getParams()))
                .toList();
    }
}
