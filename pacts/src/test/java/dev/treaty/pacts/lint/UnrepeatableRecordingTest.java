package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnrepeatableRecordingTest {

    private static final String METHOD = "PaymentsPactTest.paymentIsCreated";

    @Test
    void two_equal_recordings_are_fine() {
        assertThat(findings(
                        List.of(ExamplePact.recorded(METHOD, ExamplePact.payment())),
                        List.of(ExamplePact.recorded(METHOD, ExamplePact.payment()))))
                .isEmpty();
    }

    @Test
    void a_value_that_differs_the_second_time_is_shown_both_times() {
        var once = ExamplePact.set(ExamplePact.payment(), "/response/body/content/amount", "\"1,000.50\"");
        var again = ExamplePact.set(ExamplePact.payment(), "/response/body/content/amount", "\"1.000,50\"");

        assertThat(findings(List.of(ExamplePact.recorded(METHOD, once)), List.of(ExamplePact.recorded(METHOD, again))))
                .containsExactly("""
                        An interaction differs between two recordings: first "1,000.50", then "1.000,50".
                          where: $.response.body.content.amount of "a request to create a payment" of billing with stripe in PaymentsPactTest.paymentIsCreated
                          fix:   give the value an example that does not depend on the clock, time zone, language or chance, e.g. from Examples.CLOCK""");
    }

    @Test
    void a_description_that_differs_the_second_time_is_found() {
        var again = ExamplePact.recorded(METHOD, ExamplePact.payment("a request to pay on 22 November"));

        assertThat(findings(List.of(ExamplePact.recorded(METHOD, ExamplePact.payment())), List.of(again)))
                .containsExactly("""
                        An interaction was recorded only in the first of two runs.
                          where: "a request to create a payment" of billing with stripe in PaymentsPactTest.paymentIsCreated
                          fix:   give the value an example that does not depend on the clock, time zone, language or chance, e.g. from Examples.CLOCK""", """
                        An interaction was recorded only in the second of two runs.
                          where: "a request to pay on 22 November" of billing with stripe in PaymentsPactTest.paymentIsCreated
                          fix:   give the value an example that does not depend on the clock, time zone, language or chance, e.g. from Examples.CLOCK""");
    }

    @Test
    void a_module_that_recorded_only_once_cannot_be_compared() {
        assertThat(findings(List.of(ExamplePact.recorded(METHOD, ExamplePact.payment())), List.of()))
                .containsExactly("""
                        billing was recorded only once in this build, so there is no second recording to compare with.
                          where: consumers/billing/target/recordings/again
                          fix:   run the module's tests, and make sure that they pass both times""");
    }

    @Test
    void a_module_whose_recording_tests_did_not_run_has_nothing_to_compare() {
        assertThat(findings(List.of(), List.of())).isEmpty();
    }

    private static List<String> findings(List<PactDocument> once, List<PactDocument> again) {
        var recording = new ConsumerRecording("billing", List.of(METHOD), once, again);
        return new UnrepeatableRecording()
                .findings(List.of(), List.of(recording))
                .map(ErrorMessage::toString)
                .toList();
    }
}
