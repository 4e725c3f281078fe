package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.matching.ContractSnapshot;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pact-jvm's own loops end, too, when nobody waits for a comparison any longer. */
class StoppableRulesTest {

    @ParameterizedTest
    @CsvSource({
        "application/xml, <r><a>1</a></r>, <r>, <a>1</a>, </r>",
        "application/x-www-form-urlencoded, a=1, '', a=1&, a=1",
    })
    void a_long_body_is_not_compared_to_its_end(String type, String expected, String start, String middle, String end) {
        var body = start + middle.repeat(5_000) + end;

        assertThat(comparison(type, expected, body).matches()).isTrue();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> comparison(type, expected, body)).isInstanceOf(TimeLimit.TooLong.class);
    }

    private static Comparison comparison(String type, String expected, String body) {
        var contract = PactText.http("a body", """
            {"method": "POST", "path": "/x", "headers": {"Content-Type": ["%s"]},
             "body": {"content": "%s", "contentType": "%s", "encoded": false},
             "matchingRules": {"body": {"$.a": {"matchers": [{"match": "type"}]}, "$.r.a": {"matchers": [{"match": "type"}]}}}}\
            """.formatted(type, expected, type), PactText.text("x"));
        var file = PactFile.parse(Path.of("c-p.json"), PactText.pact("c", "p", contract));
        var interaction = (HttpInteraction) ContractSnapshot.of(List.of(file), StateFilter.ALL)
                .interactions()
                .findFirst()
                .orElseThrow();
        var received = (ParsedRequest) ReceivedRequest.of(
                RawRequest.atMainPort("POST", "/p/x", Map.of("Content-Type", List.of(type)), body.getBytes(UTF_8)));
        return Comparison.of(interaction, received.request());
    }
}
