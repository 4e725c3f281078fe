package dev.treaty.pacts.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    @Test
    void known_keys_come_in_reading_order_and_others_alphabetically() {
        var text = CanonicalForm.text(StrictJson.object("""
                {
                  "metadata": {"pactSpecification": {"version": "4.0"}, "pact-jvm": {"version": "4.7.5"}},
                  "provider": {"name": "stripe"},
                  "interactions": [{
                    "type": "Synchronous/HTTP",
                    "zeal": 1,
                    "response": {
                      "body": {"content": {"z": 1, "a": {"d": [], "c": {}}}, "encoded": false, "contentType": "application/json"},
                      "status": 200
                    },
                    "request": {"path": "/", "headers": {"Accept": ["a/b", "c/d"]}, "method": "GET"},
                    "providerStates": [{"params": {"b": 2, "a": 1}, "name": "a customer exists"}],
                    "pending": false,
                    "description": "a customer",
                    "comments": {"testname": "SomeTest"}
                  }],
                  "consumer": {"name": "billing"}
                }
                """, "test"));

        assertThat(text).isEqualTo("""
                {
                  "consumer": {
                    "name": "billing"
                  },
                  "provider": {
                    "name": "stripe"
                  },
                  "interactions": [
                    {
                      "description": "a customer",
                      "providerStates": [
                        {
                          "name": "a customer exists",
                          "params": {
                            "a": 1,
                            "b": 2
                          }
                        }
                      ],
                      "type": "Synchronous/HTTP",
                      "key": "357d752b",
                      "request": {
                        "method": "GET",
                        "path": "/",
                        "headers": {
                          "Accept": [
                            "a/b",
                            "c/d"
                          ]
                        }
                      },
                      "response": {
                        "status": 200,
                        "body": {
                          "contentType": "application/json",
                          "encoded": false,
                          "content": {
                            "a": {
                              "c": {},
                              "d": []
                            },
                            "z": 1
                          }
                        }
                      },
                      "zeal": 1
                    }
                  ],
                  "metadata": {
                    "pactSpecification": {
                      "version": "4.0"
                    }
                  }
                }
                """);
    }

    @Test
    void the_canonical_form_of_the_canonical_form_has_the_same_bytes() {
        var once = CanonicalForm.text(ExamplePact.pact(ExamplePact.payment(), ExamplePact.message()));

        assertThat(CanonicalForm.text(StrictJson.object(once, "test"))).isEqualTo(once);
    }

    @Test
    void the_order_of_recording_makes_no_difference() {
        var other = ExamplePact.set(ExamplePact.payment(), "/providerStates", "[{\"name\": \"no customer exists\"}]");

        assertThat(CanonicalForm.text(ExamplePact.pact(ExamplePact.payment(), other, ExamplePact.message())))
                .isEqualTo(CanonicalForm.text(ExamplePact.pact(ExamplePact.message(), other, ExamplePact.payment())));
    }

    @Test
    void lists_keep_their_order_because_it_may_have_a_meaning() {
        var pact = ExamplePact.pact(
                ExamplePact.set(ExamplePact.payment(), "/response/body/content", "[3, 1, {\"b\": 1, \"a\": 2}]"));

        assertThat(CanonicalForm.of(pact).at("/interactions/0/response/body/content"))
                .hasToString("[3,1,{\"a\":2,\"b\":1}]");
    }

    @Test
    void numbers_keep_all_their_digits() {
        var numbers = "[1.0, 1.10, 12345678901234567890, 0.1234567890123456789, 1, 1E+400]";
        var pact = ExamplePact.pact(ExamplePact.set(ExamplePact.payment(), "/response/body/content", numbers));

        assertThat(CanonicalForm.text(pact).replaceAll("\\s+", " "))
                .contains("[ 1.0, 1.10, 12345678901234567890, 0.1234567890123456789, 1, 1E+400 ]");
    }

    @Test
    void letters_of_all_languages_remain_readable() {
        var pact = ExamplePact.pact(
                ExamplePact.set(ExamplePact.payment(), "/response/body/content", "\"\\u00fc\\u20ac\\u4e2d \\\"\\n\""));

        assertThat(CanonicalForm.text(pact)).contains("\"content\": \"ü€中 \\\"\\n\"");
    }

    @Test
    void the_matchers_of_a_path_are_on_one_line() {
        assertThat(CanonicalForm.text(ExamplePact.pact(ExamplePact.payment())))
                .contains("\n            \"$.id\": {\"combine\": \"AND\", "
                        + "\"matchers\": [{\"match\": \"regex\", \"regex\": \"pi_.+\"}]}\n");
    }

    @Test
    void comments_and_pending_are_kept_if_they_mean_something() {
        var interaction = ExamplePact.payment().put("pending", true);
        interaction
                .putObject("comments")
                .put("testname", "SomeTest")
                .putArray("text")
                .add("since 2026");

        var canonical = CanonicalForm.interaction(interaction);

        assertThat(canonical.path("comments")).hasToString("{\"text\":[\"since 2026\"]}");
        assertThat(canonical.path("pending").asBoolean()).isTrue();
    }

    @Test
    void a_message_gets_a_key_that_depends_on_its_state_parameters() {
        var other = ExamplePact.set(ExamplePact.message(), "/providerStates/0/params/id", "\"pi_43\"");

        assertThat(CanonicalForm.interaction(ExamplePact.message()).path("key").asText())
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(CanonicalForm.interaction(other).path("key").asText());
    }

    @Test
    void pact_jvm_can_read_it() {
        var text = CanonicalForm.text(ExamplePact.pact(ExamplePact.payment(), ExamplePact.message()));

        var pact = (V4Pact) DefaultPactReader.INSTANCE.loadPact(text);

        assertThat(pact.getInteractions()).hasSize(2);
        var payment = (V4Interaction.SynchronousHttp) pact.getInteractions().get(0);
        assertThat(payment.getProviderStates().get(0).getParams()).containsEntry("id", "cus_42");
        assertThat(payment.getRequest().getBody().valueAsString())
                .isEqualTo("currency=eur&amount=2000&metadata%5Border_id%5D=6735");
        assertThat(payment.getResponse()
                        .getMatchingRules()
                        .rulesForCategory("body")
                        .isNotEmpty())
                .isTrue();
        var message = Objects.requireNonNull(pact.getInteractions().get(1).asAsynchronousMessage());
        assertThat(message.contentsAsString()).isEqualTo("{\"data\":{\"id\":\"pi_42\"},\"id\":\"evt_1\"}");
    }
}
