package dev.treaty.stubs.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp;
import dev.treaty.pacts.testing.RawHttp.Request;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of a JSON body arrive in the order of the file, which pact-jvm would sort. */
class KeyOrderTest {

    private static final String BODY = "{\"b\": 1, \"a\": 2, \"z\": {\"y\": [{\"d\": 1, \"c\": 2}], \"x\": 0}}";

    @ParameterizedTest
    @CsvSource({"2.0.0,''", "3.0.0,''", "4.0,''", "3.0.0,$.a", "4.0,$.a"})
    void members_keep_the_order_of_the_file(String version, String generated) {
        var generators = generated.isEmpty()
                ? ""
                : ", \"generators\": {\"body\": {\"%s\": {\"type\": \"RandomInt\", \"min\": 2, \"max\": 2}}}"
                        .formatted(generated);

        assertThat(response(version, generators))
                .isEqualTo("{\"b\":1,\"a\":2,\"z\":{\"y\":[{\"d\":1,\"c\":2}],\"x\":0}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "3.0.0"})
    void members_keep_their_order_without_a_type_too(String version) {
        var contract = """
                {"consumer": {"name": "c"}, "provider": {"name": "p"},
                 "interactions": [{"description": "x", "request": {"method": "GET", "path": "/x"},
                   "response": {"status": 200, "body": %s}}],
                 "metadata": {"pactSpecification": {"version": "%s"}}}
                """.formatted(BODY, version);

        assertThat(served(contract)).isEqualTo("{\"b\":1,\"a\":2,\"z\":{\"y\":[{\"d\":1,\"c\":2}],\"x\":0}}");
    }

    private static String response(String version, String generators) {
        var isV4 = version.equals("4.0");
        var contract = """
                {"consumer": {"name": "c"}, "provider": {"name": "p"},
                 "interactions": [{%s"description": "x", "request": {"method": "GET", "path": "/x"},
                   "response": {"status": 200, "headers": {"Content-Type": %s}, "body": %s%s}}],
                 "metadata": {"pactSpecification": {"version": "%s"}}}
                """.formatted(
                isV4 ? "\"type\": \"Synchronous/HTTP\", " : "",
                isV4 ? "[\"application/json\"]" : "\"application/json\"",
                isV4
                        ? "{\"contentType\": \"application/json\", \"encoded\": false, \"content\": %s}".formatted(BODY)
                        : BODY,
                generators,
                version);
        return served(contract);
    }

    private static String served(String contract) {
        try (var stub = ReplayServer.builder()
                .pacts(List.of(PactFile.parse(Path.of("c-p.json"), contract)))
                .start()) {
            return RawHttp.send(stub.port(), Request.get("/p/x")).text();
        }
    }
}
