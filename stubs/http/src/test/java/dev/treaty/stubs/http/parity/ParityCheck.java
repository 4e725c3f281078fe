package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.fail;

import au.com.dius.pact.consumer.MockHttpServer;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactReader;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.parity.RequestMutation.MutatedRequest;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** pact-jvm's mock server and the stub, side by side with the same contract. */
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

    /** Sends the same bytes to both: what the mock server answers, then what the stub answers. */
    public List<Response> answers(Request request) {
        return List.of(RawHttp.send(mockServer.getPort(), request), RawHttp.send(ownPort(), request));
    }

    /** Sends the same bytes to both, and fails if they disagree. What the mock server says. */
    public ObservedResponse compare(MutatedRequest changed) {
        var byStub = ObservedResponse.of(RawHttp.send(ownPort(), changed.request()));
        var expected = expected(ask(mockServer, changed.request()), byStub, changed.request());
        var disagreement = disagreement(expected, byStub);
        if (disagreement != null) {
            fail(message(disagreement, changed, expected, byStub));
        }
        compareWithMainPort(changed, byStub);
        return expected;
    }

    /** At the main port a path begins with the provider, so what has none cannot be asked there. */
    private void compareWithMainPort(MutatedRequest changed, ObservedResponse atOwnPort) {
        var request = changed.request();
        if (request.target().startsWith("/")) {
            var there = request.withTarget("/provider" + request.target());
            var atMainPort = ObservedResponse.of(RawHttp.send(stub.port(), there));
            if (!atMainPort.agreesWith(atOwnPort)) {
                fail(message("The stub's main port says something else.", changed, atOwnPort, atMainPort));
            }
        }
    }

    private int ownPort() {
        return stub.url("provider").getPort();
    }

    /**
     * What the stub should have said: what the mock server said, but for two cases.
     *
     * <p>Where several interactions accept the request, the stub may answer with another one ({@link Selection}); it must be
     * one that pact-jvm would answer with if it were the only one.
     *
     * <p>pact-jvm fails as a whole if it cannot compare one interaction with the request, say because its path is no regex.
     * Recorded were they one by one, so they are asked one by one then.
     */
    private ObservedResponse expected(ObservedResponse byMockServer, ObservedResponse byStub, Request request) {
        var isOther = byMockServer.accepted() && byStub.accepted() && !byStub.isOfSameInteraction(byMockServer);
        if (!isOther && !byMockServer.failed()) {
            return byMockServer;
        }
        var accepting = IntStream.range(0, pact.getInteractions().size())
                .mapToObj(interaction -> askAlone(interaction, request))
                .filter(ObservedResponse::accepted)
                .toList();
        return accepting.stream()
                .filter(byStub::isOfSameInteraction)
                .findFirst()
                .or(() -> accepting.stream().findFirst())
                .orElse(byMockServer);
    }

    private ObservedResponse askAlone(int interaction, Request request) {
        var alone = load(text);
        alone.getInteractions().retainAll(List.of(alone.getInteractions().get(interaction)));
        var server = start(alone);
        try {
            return ask(server, request);
        } finally {
            server.stop();
        }
    }

    private static @Nullable String disagreement(ObservedResponse expected, ObservedResponse byStub) {
        if (expected.accepted() != byStub.accepted()) {
            return byStub.accepted()
                    ? "The stub accepts what pact-jvm refuses."
                    : "The stub refuses what pact-jvm accepts.";
        }
        if (!byStub.accepted()) {
            return byStub.refusedProperly() ? null : "The stub does not say properly that it refuses.";
        }
        return expected.agreesWith(byStub) ? null : "The stub answers otherwise than pact-jvm.";
    }

    private static BasePact load(String text) {
        return (BasePact) DefaultPactReader.INSTANCE.loadPact(new StringReader(text));
    }

    private static MockHttpServer start(BasePact pact) {
        var server = new MockHttpServer(pact, MockProviderConfig.createDefault());
        server.start();
        return server;
    }

    private static ObservedResponse ask(MockHttpServer server, Request request) {
        return ObservedResponse.of(RawHttp.send(server.getPort(), request));
    }

    private String message(
            String disagreement, MutatedRequest changed, ObservedResponse expected, ObservedResponse said) {
        return """
                %s
                  where: %s
                  fix:   the engine, and keep this request and this pact as a row of ParityTest

                %s
                The request, between the lines, one character for each byte:
                ----
                %s
                ----
                expected
                %s

                said
                %s
                """.formatted(
                        disagreement,
                        changed.changes().isEmpty() ? "the example itself" : String.join(", then ", changed.changes()),
                        text,
                        shown(changed.request()),
                        expected,
                        said);
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
