package dev.treaty.consumer.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.consumer.apigateway.Answer.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Problem PROBLEM = new Problem(
            404, "about:blank", "Not Found", JsonNodeFactory.instance.objectNode(), Optional.empty(), Optional.empty());

    @Test
    void folding_takes_the_function_that_fits() {
        assertThat(folded(new Answer.Success<>("done"))).isEqualTo("200 done");
        assertThat(folded(new Answer.Refused<>(PROBLEM))).isEqualTo("404 Not Found");
        assertThat(folded(new Answer.Unavailable<>(Reason.TIMED_OUT, false, Optional.empty(), "too late")))
                .isEqualTo("503 TIMED_OUT");
    }

    private static String folded(Answer<String> answer) {
        return answer.fold(
                value -> "200 " + value,
                problem -> problem.status() + " " + problem.title(),
                unavailable -> "503 " + unavailable.reason());
    }
}
