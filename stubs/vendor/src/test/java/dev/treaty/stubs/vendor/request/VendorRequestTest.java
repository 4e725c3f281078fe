package dev.treaty.stubs.vendor.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.matching.request.RawRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorRequestTest {

    private static final Map<String, List<String>> HEADERS = Map.of("Host", List.of("localhost:8443"));

    /** A client follows the URLs of a response, and must not leave TLS by that. */
    @Test
    void urls_in_responses_have_the_scheme_and_the_place_that_the_client_used() {
        var main = RawRequest.atMainPort("GET", "/stripe/v1/charges", HEADERS, new byte[0]);
        var own = RawRequest.atPortOf("stripe", "GET", "/v1/charges", HEADERS, new byte[0]);

        assertThat(new VendorRequest(main).baseUrl()).isEqualTo("http://localhost:8443/stripe");
        assertThat(new VendorRequest(main.overTls()).baseUrl()).isEqualTo("https://localhost:8443/stripe");
        assertThat(new VendorRequest(own.overTls()).baseUrl()).isEqualTo("https://localhost:8443");
    }
}
