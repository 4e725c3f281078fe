package dev.treaty.consumer.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final FormBody ORDER = FormBody.form()
            .value("currency", "eur")
            .matching("amount", "\\d+", "2000")
            .matching("metadata[order_id]", "\\d+", "6735")
            .matching("address[0][line1]", ".+", "Example Street 1");

    @Test
    void fields_may_vary_as_their_matchers_allow() {
        assertThat(mismatches("currency=eur&amount=1&metadata[order_id]=1&address[0][line1]=Here"))
                .isEmpty();
    }

    @Test
    void the_order_of_fields_and_the_encoding_of_brackets_do_not_matter() {
        assertThat(mismatches("address%5B0%5D%5Bline1%5D=Here&metadata%5Border_id%5D=1&amount=1&currency=eur"))
                .isEmpty();
    }

    @Test
    void the_matcher_of_a_key_with_brackets_is_enforced() {
        assertThat(mismatches("currency=eur&amount=1&metadata[order_id]=none&address[0][line1]=Here"))
                .isNotEmpty();
    }

    @Test
    void the_matcher_of_a_plain_key_is_enforced() {
        assertThat(mismatches("currency=eur&amount=much&metadata[order_id]=1&address[0][line1]=Here"))
                .isNotEmpty();
    }

    @Test
    void a_value_without_a_matcher_is_exact() {
        assertThat(mismatches("currency=usd&amount=1&metadata[order_id]=1&address[0][line1]=Here"))
                .isNotEmpty();
    }

    @Test
    void a_field_that_is_missing_is_refused() {
        assertThat(mismatches("currency=eur&amount=1&address[0][line1]=Here")).isNotEmpty();
    }

    @Test
    void an_unknown_field_is_refused() {
        assertThat(mismatches("currency=eur&amount=1&metadata[order_id]=1&address[0][line1]=Here&tip=5"))
                .isNotEmpty();
    }

    @Test
    void a_repeated_field_keeps_its_order() {
        var events = FormBody.form().value("event", "initiated", "answered");

        assertThat(mismatches(events, "event=initiated&event=answered")).isEmpty();
        assertThat(mismatches(events, "event=answered&event=initiated")).isNotEmpty();
    }

    @Test
    void an_example_that_does_not_match_itself_is_refused() {
        var form = FormBody.form();

        assertThatThrownBy(() -> form.matching("metadata[order_id]", "\\d+", "none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The example \"none\" of field metadata[order_id] does not match \\d+");
    }

    private static List<String> mismatches(String sent) {
        return mismatches(ORDER, sent);
    }

    private static List<String> mismatches(FormBody expected, String sent) {
        var pact = ConsumerPactBuilder.consumer("shop")
                .pactSpecVersion(PactSpecVersion.V4)
                .hasPactWith("bank")
                .uponReceiving("a form")
                .method("POST")
                .path("/")
                .body(expected)
                .willRespondWith()
                .status(200)
                .toPact(V4Pact.class);
        var interaction = pact.getInteractions().get(0).asSynchronousRequestResponse();
        var actual = new HttpRequest(
                "POST",
                "/",
                Map.of(),
                Map.of("Content-Type", List.of(FORM)),
                OptionalBody.body(sent.getBytes(UTF_8), new ContentType(FORM)));
        return RequestMatching.requestMismatches(pact, interaction, actual).getMismatches().stream()
                .map(mismatch -> mismatch.description())
                .toList();
    }
}
