package dev.treaty.stubs.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of an exported JSON body arrive in the order of the file, which pact-jvm would sort. */
class KeyOrderTest {

    private static final String BODY = "{\"b\": 1, \"a\": 2, \"z\": {\"y\": [{\"d\": 1, \"c\": 2}], \"x\": 0}}";
    private static final String IN_ORDER = "\\{\"b\":1,\"a\":2 ?,\"z\":\\{\"y\":\\[\\{\"d\":1,\"c\":2}],\"x\":0}}";

    @TempDir
    Path folder;

    /** WireMock's templates leave a space after a number. */
    @ParameterizedTest
    @CsvSource({"2.0.0,''", "3.0.0,''", "4.0,''", "3.0.0,$.a", "4.0,$.a"})
    void members_keep_the_order_of_the_file(String version, String generated) {
        var generators = generated.isEmpty()
                ? ""
                : ", \"generators\": {\"body\": {\"%s\": {\"type\": \"RandomInt\", \"min\": 2, \"max\": 2}}}"
                        .formatted(generated);

        assertThat(exported(contract(version, ", \"headers\": {\"Content-Type\": \"application/json\"}", generators)))
                .matches(IN_ORDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "3.0.0"})
    void members_keep_their_order_without_a_type_too(String version) {
        assertThat(exported(contract(version, "", ""))).matches(IN_ORDER);
    }

    private String exported(PactFile contract) {
        try (var wireMock = StockWireMock.of(folder, contract)) {
            return wireMock.send(RawRequest.get("/x")).text();
        }
    }

    private static PactFile contract(String version, String headers, String generators) {
        var isV4 = version.equals("4.0");
        return PactFile.parse(Path.of("consumer-provider.json"), """
                {"consumer": {"name": "consumer"}, "provider": {"name": "provider"},
                 "interactions": [{%s"description": "x", "request": {"method": "GET", "path": "/x"},
                   "response": {"status": 200%s, "body": %s%s}}],
                 "metadata": {"pactSpecification": {"version": "%s"}}}
                """.formatted(
                isV4 ? "\"type\": \"Synchronous/HTTP\", " : "",
                headers,
                isV4
                        ? "{\"contentType\": \"application/json\", \"encoded\": false, \"content\": %s}".formatted(BODY)
                        : BODY,
                generators,
                version));
    }
}
