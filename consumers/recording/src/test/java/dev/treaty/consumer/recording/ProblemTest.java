package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final String TYPE = "https://treaty.dev/problems/e-mail-taken";

    private static final String RESPONSE = """
            {"type": "https://treaty.dev/problems/e-mail-taken", "status": 409, "title": "Taken"}""";

    @Test
    void the_title_may_be_reworded_and_members_may_be_added() {
        var problem = Problem.body(TYPE, 409, "Taken");

        assertThat(accepts(problem, RESPONSE.replace("Taken", "Try another"))).isTrue();
        assertThat(accepts(problem, RESPONSE.replace("}", ", \"detail\": \"Try another\"}")))
                .isTrue();
    }

    @Test
    void type_and_status_are_exact() {
        var problem = Problem.body(TYPE, 409, "Taken");

        assertThat(accepts(problem, RESPONSE.replace("e-mail-taken", "email-taken")))
                .isFalse();
        assertThat(accepts(problem, RESPONSE.replace("409", "400"))).isFalse();
    }

    @Test
    void additional_members_are_part_of_the_contract() {
        var problem = Problem.body(TYPE, 409, "Taken", more -> more.numberType("seconds", 30));

        assertThat(accepts(problem, RESPONSE.replace("}", ", \"seconds\": 5}"))).isTrue();
        assertThat(accepts(problem, RESPONSE)).isFalse();
    }

    @Test
    void a_problem_has_the_media_type_of_problems() {
        var problem = Problem.body(TYPE, 409, "Taken");

        assertThat(accepts(problem, "application/problem+json; charset=utf-8", RESPONSE))
                .isTrue();
        assertThat(accepts(problem, "application/json", RESPONSE)).isFalse();
    }

    private static boolean accepts(DslPart problem, String body) {
        return accepts(problem, Problem.CONTENT_TYPE, body);
    }

    private static boolean accepts(DslPart problem, String contentType, String body) {
        var pact = ConsumerPactBuilder.consumer("shop")
                .pactSpecVersion(PactSpecVersion.V4)
                .hasPactWith("bank")
                .uponReceiving("a call that is refused")
                .method("GET")
                .path("/")
                .willRespondWith()
                .status(409)
                .headers(Problem.HEADERS)
                .body(problem)
                .toPact(V4Pact.class);
        var interaction = pact.getInteractions().get(0).asSynchronousRequestResponse();
        var actual = new HttpResponse(
                409,
                Map.of("Content-Type", List.of(contentType)),
                OptionalBody.body(body.getBytes(UTF_8), new ContentType(contentType)));
        return ResponseMatching.responseMismatches(pact, interaction, actual).isEmpty();
    }
}
