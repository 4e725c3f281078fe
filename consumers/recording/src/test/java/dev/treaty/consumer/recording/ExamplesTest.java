package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void the_key_of_a_token_marks_it_as_a_test_token() {
        assertThat(part(Examples.jwt("usr_42"), 0)).contains("\"kid\":\"test-key-1\"");
    }

    @Test
    void a_token_has_a_subject_and_is_valid_for_a_quarter_of_an_hour() {
        assertThat(part(Examples.jwt("usr_42"), 1)).isEqualTo("{\"sub\":\"usr_42\",\"exp\":1768470300}");
    }

    @Test
    void an_expired_token_expired_an_hour_ago() {
        assertThat(part(Examples.expiredJwt("usr_42"), 1)).isEqualTo("{\"sub\":\"usr_42\",\"exp\":1768465800}");
    }

    @Test
    void a_bearer_header_is_an_example_of_its_own_matcher() {
        assertThat(BearerHeader.header(Examples.jwt("usr_42"))).matches(BearerHeader.REGEX);
        assertThat(BearerHeader.header("opaque")).doesNotMatch(BearerHeader.REGEX);
    }

    private static String part(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8);
    }
}
