package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.fail;

import au.com.dius.pact.consumer.MockHttpServer;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.HeaderParserKt;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.parity.RequestMutation.MutatedRequest;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the stub with pact-jvm's mock server, both serving the same contract. */
public final class ParityCheck implements AutoCloseable {

    private final String text;
    private final BasePact pact;
    private final MockHttpServer mockServer;
    private final ReplayServer stub;

    public ParityCheck(String text) {
        this.text = text;
        pact = load(text);
        mockServer = start(pact);
        stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("pact.json"), text)))
                .listen("provider", 0)
                .start();
    }

    /** The mock server's response. */
    public Response sendToMockServer(Request request) {
        return RawHttp.send(mockServer.getPort(), request);
    }

    /** The stub's response, from the provider's own port. */
    public Response sendToStub(Request request) {
        return RawHttp.send(ownPort(), request);
    }

    /** Sends the same bytes to both and fails if they disagree. Returns the mock server's response. */
    public ObservedResponse compare(MutatedRequest mutated) {
        var fromStub = ObservedResponse.of(RawHttp.send(ownPort(), mutated.request()));
        var expected = expected(RespelledBodies.unpackedUnlessKnown(mutated.request()), fromStub);
        var disagreement = disagreement(expected, fromStub);
        if (disagreement != null) {
            fail(message(disagreement, mutated, expected, fromStub));
        }
        compareWithMainPort(mutated, fromStub);
        return expected;
    }

    /** On the main port, a path starts with the provider; a target without a path cannot be sent there. */
    private void compareWithMainPort(MutatedRequest mutated, ObservedResponse fromOwnPort) {
        var request = mutated.request();
        if (request.target().startsWith("/")) {
            var prefixed = request.withTarget("/provider" + request.target());
            var fromMainPort = ObservedResponse.of(RawHttp.send(stub.port(), prefixed));
            if (!fromMainPort.agreesWith(fromOwnPort)) {
                fail(message("The stub's main port responds differently.", mutated, fromOwnPort, fromMainPort));
            }
        }
    }

    private int ownPort() {
        return stub.url("provider").getPort();
    }

    /**
     * The response that is expected of the stub: that of the mock server, with these exceptions.
     *
     * <p>If several interactions accept the request, the stub may choose another one ({@code Selection}); its response must be the one
     * that pact-jvm would send if it were the only interaction.
     *
     * <p>What the stub accepts although pact-jvm refuses it must mean the same as something that pact-jvm accepts. What it refuses although
     * pact-jvm accepts it must be XML that it does not read.
     *
     * <p>pact-jvm fails altogether if it cannot compare one interaction with the request, e.g. because its path is not a valid regex.
     * Interactions are recorded one at a time, so in that case they are tried one at a time.
     */
    private ObservedResponse expected(Request request, ObservedResponse fromStub) {
        var fromMockServer = send(mockServer, request);
        if (fromStub.isFromSameInteraction(fromMockServer) && !fromMockServer.failed()) {
            return fromMockServer;
        }
        if (fromStub.accepted()) {
            return accepted(one(fromStub.number()), request).orElse(fromMockServer);
        }
        return IntStream.range(0, pact.getInteractions().size())
                .mapToObj(this::one)
                .filter(contract -> !RespelledBodies.isUnreadXml(contract, request))
                .flatMap(contract -> sendTo(contract, Stream.of(request)).stream())
                .findFirst()
                .orElse(fromStub);
    }

    /** The first response that accepts the request for an interaction as they are, or in another spelling. */
    static Optional<ObservedResponse> accepted(String contract, Request request) {
        return sendTo(contract, Stream.of(request))
                .or(() -> Respellings.of(contract, request).stream()
                        .collect(groupingBy(
                                Spelling::contract, LinkedHashMap::new, mapping(Spelling::request, toList())))
                        .entrySet()
                        .stream()
                        .flatMap(each -> sendTo(each.getKey(), each.getValue().stream()).stream())
                        .findFirst());
    }

    /** The text of a contract with one interaction. */
    private String one(int interaction) {
        try {
            var json = new ObjectMapper().readTree(text);
            var only = json.path("interactions").get(interaction);
            ((ObjectNode) json).putArray("interactions").add(only);
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The first response that accepts one of the requests. */
    static Optional<ObservedResponse> sendTo(String contract, Stream<Request> requests) {
        var server = start(load(contract));
        try {
            return requests.map(request -> send(server, request))
                    .filter(ObservedResponse::accepted)
                    .findFirst();
        } finally {
            server.stop();
        }
    }

    private static @Nullable String disagreement(ObservedResponse expected, ObservedResponse fromStub) {
        if (expected.accepted() != fromStub.accepted()) {
            return fromStub.accepted()
                    ? "The stub accepts what pact-jvm refuses."
                    : "The stub refuses what pact-jvm accepts.";
        }
        if (!fromStub.accepted()) {
            return fromStub.hasRefusalStatus() ? null : "The stub refuses with the wrong status.";
        }
        return expected.agreesWith(fromStub) ? null : "The stub responds differently from pact-jvm.";
    }

    static BasePact load(String text) {
        return (BasePact) DefaultPactReader.INSTANCE.loadPact(new StringReader(asRead(text)));
    }

    /**
     * Headers and paths as {@code pacts/files} reads them: pact-jvm takes the text of a header apart at its commas, and then refuses its own
     * example; and no request has an empty path.
     */
    private static String asRead(String text) {
        try {
            var json = new ObjectMapper().readTree(text);
            for (var request : json.findValues("request")) {
                if (request.path("path").asText().isEmpty()) {
                    ((ObjectNode) request).put("path", "/");
                }
            }
            for (var headers : json.findValues("headers")) {
                if (headers instanceof ObjectNode fields) {
                    fields.properties().forEach(ParityCheck::keepWhole);
                }
            }
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static void keepWhole(Map.Entry<String, JsonNode> field) {
        var isList =
                HeaderParserKt.getMULTI_VALUE_HEADERS().contains(field.getKey().toLowerCase(Locale.ROOT));
        if (field.getValue().isTextual() && !isList) {
            field.setValue(new ObjectMapper().createArrayNode().add(field.getValue()));
        }
    }

    private static MockHttpServer start(BasePact pact) {
        var server = new MockHttpServer(pact, MockProviderConfig.createDefault());
        server.start();
        return server;
    }

    private static ObservedResponse send(MockHttpServer server, Request request) {
        return ObservedResponse.of(RawHttp.send(server.getPort(), request));
    }

    private String message(
            String disagreement, MutatedRequest mutated, ObservedResponse expected, ObservedResponse actual) {
        return """
                %s
                  where: %s
                  fix:   correct the stub, and keep this request and this pact as a row of ParityTest

                %s
                The request, between the lines, one character per byte:
                ----
                %s
                ----
                expected:
                %s

                but was:
                %s
                """.formatted(
                disagreement,
                mutated.mutations().isEmpty() ? "the example itself" : String.join(", then ", mutated.mutations()),
                text,
                shown(mutated.request()),
                expected,
                actual);
    }

    private static String shown(Request request) {
        return new String(request.bytes(), ISO_8859_1);
    }

    @Override
    public void close() {
        stub.close();
        mockServer.stop();
    }
}
