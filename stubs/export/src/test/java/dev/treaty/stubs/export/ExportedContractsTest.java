package dev.treaty.stubs.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.draft.Deviation.Direction;
import dev.treaty.stubs.export.overlap.Overlaps;
import dev.treaty.stubs.export.overlap.RankedInteraction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of this repository, exported and served by stock WireMock. */
class ExportedContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static Stream<String> providers() {
        return Overlaps.among(PactFile.onClassPath()).interactions().stream()
                .map(RankedInteraction::provider)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void every_recorded_request_gets_the_recorded_response_byte_for_byte(String provider) {
        var contracts = PactFile.onClassPath();
        var overlaps = Overlaps.among(contracts);
        Export.of(contracts, List.of(provider)).write(folder);
        var differences = new ArrayList<String>();

        try (var wireMock = StockWireMock.at(folder.resolve(provider))) {
            for (var interaction : overlaps.of(provider)) {
                var request = ExampleRequests.of(interaction.request());
                var asked = overlaps.before(interaction).isEmpty()
                        ? request
                        : request.with(state(interaction, overlaps.before(interaction)));

                var response = wireMock.send(asked);

                var expected = interaction.interaction().getResponse();
                var status = expected.getStatus();
                var body = new String(expected.getBody().orEmpty(), ISO_8859_1);
                var headers = lines(expected.getHeaders());
                if (response.status() != status
                        || !response.body().equals(body)
                        || !response.headers().containsAll(headers)) {
                    differences.add("%s: expected %d %s %s, but got %s"
                            .formatted(interaction, status, headers, body, response));
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /**
     * Of each interaction alone, so that a near miss of one is no request of another: where pact-jvm and stock WireMock
     * judge a request differently, the report must have said that, and to which side.
     */
    @ParameterizedTest
    @MethodSource("providers")
    void near_misses_are_accepted_or_rejected_as_the_report_says(String provider) {
        var untold = new ArrayList<String>();
        Export.of(PactFile.onClassPath(), List.of(provider)).write(folder);
        try (var wireMock = StockWireMock.at(folder.resolve(provider))) {
            for (var interaction : Overlaps.among(PactFile.onClassPath()).of(provider)) {
                var contract = alone(interaction.file(), interaction.interaction());
                wireMock.change(folder, contract);
                try (var pact = PactMockServer.of(contract)) {
                    compare(interaction, contract, pact, wireMock, untold);
                }
            }
        }
        assertThat(untold).isEmpty();
    }

    private static void compare(
            RankedInteraction interaction,
            PactFile contract,
            PactMockServer pact,
            StockWireMock wireMock,
            List<String> untold) {
        var rules = Export.of(List.of(contract), List.of()).report().rulesOf(interaction.description());
        var status = interaction.interaction().getResponse().getStatus();
        for (var miss : NearMissRequests.of(ExampleRequests.of(interaction.request()))) {
            var byPact = isAnswered(pact.send(miss.request()), status);
            var byWireMock = wireMock.send(miss.request()).headers().stream()
                    .anyMatch(header -> header.startsWith("Matched-Stub-Id"));
            var said = rules.stream()
                    .filter(rule -> miss.isAbout(rule.place()))
                    .flatMap(rule -> rule.deviations().stream())
                    .map(Deviation::direction)
                    .collect(Collectors.toSet());
            if (byPact != byWireMock && !said.contains(byWireMock ? Direction.ACCEPTS_MORE : Direction.ACCEPTS_LESS)) {
                untold.add("%s: %s%n accepted by pact-jvm: %s, by WireMock: %s, said: %s"
                        .formatted(interaction, miss, byPact, byWireMock, said));
            }
        }
    }

    private static boolean isAnswered(RawRequest.Response response, int status) {
        return response.status() == status
                && response.headers().stream()
                        .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("x-pact-unexpected-request"));
    }

    private static PactFile alone(PactFile contract, V4Interaction.SynchronousHttp interaction) {
        var pact = contract.pact();
        return new PactFile(
                contract.path(),
                contract.consumer(),
                contract.provider(),
                new V4Pact(pact.getConsumer(), pact.getProvider(), List.of(interaction), pact.getMetadata()));
    }

    /** The header with a state of its own: those before it may have others in common with it. */
    private static String state(RankedInteraction interaction, List<RankedInteraction> before) {
        var state = interaction.states().stream()
                .filter(own -> before.stream().noneMatch(other -> other.states().contains(own)))
                .findFirst()
                .orElseThrow();
        return "Pact-Provider-State: " + state.getName() + " " + JSON.<JsonNode>valueToTree(state.getParams());
    }

    private static List<String> lines(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .toList();
    }
}
