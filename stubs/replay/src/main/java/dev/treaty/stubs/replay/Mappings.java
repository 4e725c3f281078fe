package dev.treaty.stubs.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Metadata;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Interactions in the words of WireMock, for its admin API: what is listed there can be traced to its contract. */
final class Mappings {

    private Mappings() {}

    static ContractMapping of(HttpReplay interaction) {
        var base = basePath(interaction.origin().provider());
        var url = interaction.path().whole()
                ? urlPathEqualTo(base + interaction.path().prefix())
                : anyUrl();
        var answer = Answers.of(interaction.example(), interaction.expected().getMethod());
        if (interaction.generates()) {
            answer.withTransformers(Answering.NAME);
        }
        return mapping(interaction, interaction.expected().getMethod(), url, answer);
    }

    static ContractMapping of(MessageReplay message) {
        var url = urlPathEqualTo(basePath(message.origin().provider()) + MessageReplay.PATH);
        var answer = Answers.of(message.generate()).withTransformers(Answering.NAME);
        return mapping(message, "POST", url, answer);
    }

    /** Where a provider is on the main port, e.g. {@code "/stripe"}. */
    static String basePath(String provider) {
        return isPlain(provider)
                ? "/" + provider
                : "/" + URLEncoder.encode(provider, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Asked for each request, and nearly always so. */
    private static boolean isPlain(String provider) {
        for (var i = 0; i < provider.length(); i++) {
            var c = provider.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static ContractMapping mapping(
            Replay replay, String method, UrlPattern url, ResponseDefinitionBuilder answer) {
        var origin = replay.origin();
        var id = origin.id();
        var request = RequestPatternBuilder.newRequestPattern(RequestMethod.fromString(method), url)
                .andMatching(PactMatcher.NAME, PactMatcher.parameters(id))
                .build();
        var mapping = new ContractMapping(replay, request, answer.build());
        mapping.setId(id);
        mapping.setName(origin.description());
        mapping.setMetadata(metadata(origin));
        return mapping;
    }

    private static Metadata metadata(Origin origin) {
        return Metadata.metadata()
                .attr("consumer", origin.consumer())
                .attr("provider", origin.provider())
                .attr("file", origin.file().path().toString())
                .attr("description", origin.description())
                .attr("states", states(origin))
                .attr("key", origin.key())
                .build();
    }

    private static List<Map<String, Object>> states(Origin origin) {
        return origin.states().stream()
                .map(state -> Map.of("name", String.valueOf(state.getName()), "params", state.getParams()))
                .toList();
    }
}
