package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpossibleStatusTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 100, 103, 199, 600, 999, 1000})
    void a_status_that_no_response_ends_with_is_refused(int status) {
        assertThat(Lint.findingsInAnyPact("web-api.json", pact(status)))
                .singleElement()
                .hasToString("""
                "x" of web with api responds with status %d, which no response ends with.
                  where: $.response.status in web-api.json
                  fix:   write a status from 200 to 599""".formatted(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 304, 404, 451, 599})
    void every_other_status_is_possible(int status) {
        assertThat(Lint.findingsInAnyPact("web-api.json", pact(status))).isEmpty();
    }

    private static String pact(int status) {
        return """
                {"consumer": {"name": "web"}, "provider": {"name": "api"},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "x", "request": {"method": "GET", "path": "/"},
                                   "response": {"status": %d}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(status);
    }
}
