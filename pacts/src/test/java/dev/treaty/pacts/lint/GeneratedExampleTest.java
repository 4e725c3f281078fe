package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedExampleTest {

    @Test
    void a_generated_example_is_found() {
        var interaction = ExamplePact.payment();
        ExamplePact.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");

        assertThat(RuleFindings.of(new GeneratedExample(), interaction)).containsExactly("""
                "a request to create a payment" of billing with stripe has an example that pact-jvm generated (Uuid), so it is different in every run.
                  where: $.response.generators.body['$.id'] in PaymentsPactTest.paymentIsCreated
                  fix:   give the matcher an example; for a time, derive it from Examples.NOW""");
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
    void generators_of_chance_and_clock_are_found_in_messages_and_requests(String type) {
        var message = ExamplePact.set(
                ExamplePact.message(), "/generators", "{\"body\": {\"$.id\": {\"type\": \"%s\"}}}".formatted(type));
        var request = ExamplePact.payment();
        ExamplePact.set(request, "/request/generators", "{\"path\": {\"type\": \"%s\"}}".formatted(type));

        assertThat(RuleFindings.of(new GeneratedExample(), message)).hasSize(1);
        assertThat(RuleFindings.of(new GeneratedExample(), request)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProviderState", "MockServerURL"})
    void a_value_from_the_provider_is_fine(String type) {
        var interaction = ExamplePact.payment();
        ExamplePact.set(
                interaction,
                "/response/generators",
                "{\"body\": {\"$.id\": {\"type\": \"%s\", \"expression\": \"${id}\"}}}".formatted(type));

        assertThat(RuleFindings.of(new GeneratedExample(), interaction)).isEmpty();
    }

    @Test
    void a_body_may_contain_a_member_called_type() {
        var interaction =
                ExamplePact.set(ExamplePact.payment(), "/response/body/content/field", "{\"type\": \"Date\"}");

        assertThat(RuleFindings.of(new GeneratedExample(), interaction)).isEmpty();
    }
}
