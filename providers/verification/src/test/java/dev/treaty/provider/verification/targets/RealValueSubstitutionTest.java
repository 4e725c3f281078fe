package dev.treaty.provider.verification.targets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealValueSubstitutionTest {

    private static final RealValueSubstitution REAL =
            new RealValueSubstitution(Map.of("1", "77", "AC42", "AC99", "a b", "c&d"));

    @Test
    void whole_path_segments_are_replaced_and_keep_their_extension() {
        var request = new Request("GET", "/Accounts/AC42/shows/1/12/AC42.json");

        REAL.applyTo(request);

        assertThat(request.getPath()).isEqualTo("/Accounts/AC99/shows/77/12/AC99.json");
    }

    @Test
    void whole_query_parameters_are_replaced() {
        var request = new Request("GET", "/shows");
        request.getQuery().put("location", List.of("1", "11"));

        REAL.applyTo(request);

        assertThat(request.getQuery()).containsEntry("location", List.of("77", "11"));
    }

    @Test
    void whole_form_fields_are_replaced_and_encoded() {
        var request = post("x=1&note=a+b&y=111", "application/x-www-form-urlencoded");

        REAL.applyTo(request);

        assertThat(request.getBody().valueAsString()).isEqualTo("x=77&note=c%26d&y=111");
    }

    @Test
    void strings_and_numbers_in_json_keep_their_type() {
        var request = post("{\"show\":{\"location\":1,\"tags\":[\"1\",\"10\"],\"on\":true}}", "application/json");

        REAL.applyTo(request);

        assertThat(request.getBody().valueAsString())
                .isEqualTo("{\"show\":{\"location\":77,\"tags\":[\"77\",\"10\"],\"on\":true}}");
    }

    @Test
    void other_bodies_are_not_changed() {
        var request = post("1", "text/plain");

        REAL.applyTo(request);

        assertThat(request.getBody().valueAsString()).isEqualTo("1");
    }

    private static Request post(String body, String contentType) {
        var request = new Request("POST", "/");
        request.setBody(OptionalBody.body(body.getBytes(UTF_8), new ContentType(contentType)));
        return request;
    }
}
