package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    @Test
    void a_token_says_by_its_key_that_it_is_a_test_token() {
        assertThat(part(Examples.jwt("usr_42"), 0)).contains("\"kid\":\"test-key-1\"");
    }

    @Test
    void a_token_speaks_of_its_subject_and_is_good_for_a_quarter_of_an_hour() {
        assertThat(part(Examples.jwt("usr_42"), 1)).isEqualTo("{\"sub\":\"usr_42\",\"exp\":1768470300}");
    }

    @Test
    void an_expired_token_ran_out_an_hour_ago() {
        assertThat(part(Examples.expiredJwt("usr_42"), 1)).isEqualTo("{\"sub\":\"usr_42\",\"exp\":1768465800}");
    }

    @Test
    void a_bearer_header_is_an_example_of_its_own_matcher() {
        assertThat(Bearer.header(Examples.jwt("usr_42"))).matches(Bearer.REGEX);
        assertThat(Bearer.header("opaque")).doesNotMatch(Bearer.REGEX);
    }

    private static String part(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8);
    }
}
