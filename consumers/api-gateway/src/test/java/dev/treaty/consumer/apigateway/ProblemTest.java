package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.apigateway.http.ServiceStandIn;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Map<String, String> IS_PROBLEM =
            Map.of("Content-Type", "application/problem+json; charset=utf-8");

    @Test
    void a_problem_of_unknown_type_is_kept_to_the_last_digit() throws IOException {
        var document = "{\"type\":\"https://treaty.dev/problems/quota\",\"title\":\"Quota used up\",\"status\":402,"
                + "\"price\":12345678901234567890.10,\"plans\":[{\"id\":7},null]}";
        try (var service = ServiceStandIn.respondingWith(402, IS_PROBLEM, document)) {
            var problem = refusal(service);

            assertThat(problem.status()).isEqualTo(402);
            assertThat(problem.type()).isEqualTo("https://treaty.dev/problems/quota");
            assertThat(problem.title()).isEqualTo("Quota used up");
            assertThat(problem.document()).hasToString(document);
        }
    }

    @Test
    void what_a_proxy_in_between_wrote_is_not_passed_on() throws IOException {
        var html = Map.of("Content-Type", "text/html", "Retry-After", "7");
        try (var service = ServiceStandIn.respondingWith(429, html, "<h1>10.0.0.7 is busy</h1>")) {
            var problem = refusal(service);

            assertThat(problem.type()).isEqualTo("about:blank");
            assertThat(problem.document())
                    .hasToString("{\"type\":\"about:blank\",\"status\":429,\"title\":\"HTTP status 429\"}");
            assertThat(problem.retryAfter()).isEqualTo(Optional.of("7"));
        }
    }

    @Test
    void json_that_is_not_a_problem_document_is_not_passed_on_either() throws IOException {
        var json = Map.of("Content-Type", "application/json");
        try (var service = ServiceStandIn.respondingWith(404, json, "{\"message\":\"no route to 10.0.0.7\"}")) {
            assertThat(refusal(service).document())
                    .hasToString("{\"type\":\"about:blank\",\"status\":404,\"title\":\"HTTP status 404\"}");
        }
    }

    @Test
    void a_broken_problem_document_is_still_a_refusal() throws IOException {
        for (var body : new String[] {"", "{\"type\":", "[]", "null"}) {
            try (var service = ServiceStandIn.respondingWith(400, IS_PROBLEM, body)) {
                assertThat(refusal(service).type()).isEqualTo("about:blank");
            }
        }
    }

    @Test
    void members_of_a_wrong_type_count_as_missing() throws IOException {
        try (var service =
                ServiceStandIn.respondingWith(403, IS_PROBLEM, "{\"type\":7,\"title\":{},\"status\":\"no\"}")) {
            assertThat(refusal(service))
                    .returns(403, Problem::status)
                    .returns("about:blank", Problem::type)
                    .returns("HTTP status 403", Problem::title);
        }
    }

    @Test
    void nobody_can_change_a_problem_through_its_document() throws IOException {
        try (var service = ServiceStandIn.respondingWith(404, IS_PROBLEM, "{\"type\":\"about:blank\"}")) {
            var problem = refusal(service);

            problem.document().put("type", "https://example.org/other");

            assertThat(problem.document()).hasToString("{\"type\":\"about:blank\"}");
        }
    }

    private static Problem refusal(ServiceStandIn service) {
        return refusalOf(new WorkspaceService(service.address(), TIMEOUTS).list(PageRequest.first(2), CALLER));
    }
}
