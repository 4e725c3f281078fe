package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedExampleTest {

    @Test
    void a_random_example_is_found() {
        var interaction = ExamplePact.payment();
        ExamplePact.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");

        assertThat(ExamplePact.findings(new GeneratedExample(), interaction)).containsExactly("""
                "a payment is created" of billing with stripe has an example that pact-jvm made up (generator Uuid), so it is another one each time.
                  where: $.response.generators.body['$.id'] in PaymentsPactTest.paymentIsCreated
                  fix:   give the matcher an example of its own; for a time, one made of Examples.NOW""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RandomInt",
                "RandomDecimal",
                "RandomHexadecimal",
                "RandomString",
                "RandomBoolean",
                "Uuid",
                "Regex",
                "Date",
                "Time",
                "DateTime"
            })
    void chance_and_clock_are_found_in_messages_and_requests(String type) {
        var message = ExamplePact.set(
                ExamplePact.message(), "/generators", "{\"body\": {\"$.id\": {\"type\": \"%s\"}}}".formatted(type));
        var request = ExamplePact.payment();
        ExamplePact.set(request, "/request/generators", "{\"path\": {\"type\": \"%s\"}}".formatted(type));

        assertThat(ExamplePact.findings(new GeneratedExample(), message)).hasSize(1);
        assertThat(ExamplePact.findings(new GeneratedExample(), request)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProviderState", "MockServerURL"})
    void a_value_of_the_provider_is_in_order(String type) {
        var interaction = ExamplePact.payment();
        ExamplePact.set(
                interaction,
                "/response/generators",
                "{\"body\": {\"$.id\": {\"type\": \"%s\", \"expression\": \"${id}\"}}}".formatted(type));

        assertThat(ExamplePact.findings(new GeneratedExample(), interaction)).isEmpty();
    }

    @Test
    void a_body_may_have_types_of_its_own() {
        var interaction =
                ExamplePact.set(ExamplePact.payment(), "/response/body/content/field", "{\"type\": \"Date\"}");

        assertThat(ExamplePact.findings(new GeneratedExample(), interaction)).isEmpty();
    }
}
