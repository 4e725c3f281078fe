package dev.treaty.consumer.apigateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceResponseTest {

    private static final Problem PROBLEM = new Problem(
            404, "about:blank", "Not Found", JsonNodeFactory.instance.objectNode(), Optional.empty(), Optional.empty());

    @Test
    void folding_takes_the_function_that_fits() {
        assertThat(folded(new ServiceResponse.Success<>("done"))).isEqualTo("200 done");
        assertThat(folded(new ServiceResponse.Refused<>(PROBLEM))).isEqualTo("404 Not Found");
        assertThat(folded(new ServiceResponse.Unavailable<>(Reason.TIMED_OUT, false, Optional.empty(), "too late")))
                .isEqualTo("503 TIMED_OUT");
    }

    private static String folded(ServiceResponse<String> response) {
        return response.fold(
                value -> "200 " + value,
                problem -> problem.status() + " " + problem.title(),
                unavailable -> "503 " + unavailable.reason());
    }
}
