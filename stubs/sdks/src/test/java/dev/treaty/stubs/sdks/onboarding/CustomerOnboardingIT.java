package dev.treaty.stubs.sdks.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.customeronboarding.OnboardingResult;
import dev.treaty.consumer.customeronboarding.OnboardingResult.Onboarded;
import dev.treaty.consumer.customeronboarding.OnboardingResult.OpenStep;
import dev.treaty.consumer.customeronboarding.OnboardingResult.Undone;
import dev.treaty.consumer.customeronboarding.Step;
import dev.treaty.stubs.sdks.onboarding.StubCompany.Counts;
import dev.treaty.stubs.sdks.process.PackagedStubs;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each vendor fails in turn: what is left is said and undone, and nothing is sent twice. The server is one of its own, because of its faults. */
@Execution(ExecutionMode.SAME_THREAD)
class CustomerOnboardingIT {

    private static PackagedStubs stubs;

    private StubCompany company;

    @BeforeAll
    static void start() throws IOException {
        stubs = PackagedStubs.start();
    }

    @AfterAll
    static void stop() {
        stubs.close();
    }

    @BeforeEach
    void openAccounts() {
        company = new StubCompany(stubs);
    }

    @AfterEach
    void mend() {
        stubs.endFaults();
    }

    @Test
    void a_customer_is_onboarded_once() {
        var first = onboard();

        assertThat(company.counts()).isEqualTo(Counts.EVERYTHING);
        assertThat(first)
                .isInstanceOfSatisfying(
                        Onboarded.class, done -> assertThat(done.open()).isEmpty());
        assertThat(onboard()).isEqualTo(first);
        assertThat(company.counts()).isEqualTo(Counts.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        // without a reply or with an error of the server, nobody knows what was done
        "mapbox, PLACE, {\"status\": 503}, ''",
        "mapbox, PLACE, {\"fault\": \"reset\"}, ''",
        "stripe, ACCOUNT, {\"status\": 503}, ACCOUNT",
        "stripe, ACCOUNT, {\"fault\": \"reset\"}, ACCOUNT",
        "stripe, ACCOUNT, {\"status\": 401}, ''",
        "airtable, RECORD, {\"status\": 503}, RECORD",
        "airtable, RECORD, {\"fault\": \"reset\"}, RECORD",
        "airtable, RECORD, {\"status\": 403}, ''",
        "samsara, STOP, {\"status\": 503}, STOP",
        "samsara, STOP, {\"fault\": \"reset\"}, STOP",
        "samsara, STOP, {\"status\": 401}, STOP"
    })
    void what_was_done_before_a_failure_is_undone_and_the_next_time_is_the_first(
            String vendor, Step failed, String fault, String left) {
        stubs.fault(vendor, fault);

        assertThat(onboard()).isInstanceOfSatisfying(Undone.class, undone -> {
            assertThat(undone.failed()).isEqualTo(failed);
            assertThat(undone.left().stream().map(OpenStep::step).map(Step::name))
                    .isEqualTo(left.isEmpty() ? List.of() : List.of(left));
        });
        stubs.endFaults();
        assertThat(company.counts()).isEqualTo(Counts.NOTHING);

        assertThat(onboard())
                .isInstanceOfSatisfying(
                        Onboarded.class, done -> assertThat(done.open()).isEmpty());
        assertThat(company.counts()).isEqualTo(Counts.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "sendgrid, MAIL, {\"status\": 401}",
        "sendgrid, MAIL, {\"status\": 403}",
        "twilio, SMS, {\"status\": 429}",
        "twilio, SMS, {\"status\": 401}"
    })
    void a_welcome_that_was_refused_is_sent_later(String vendor, Step step, String fault) {
        stubs.fault(vendor, fault);

        assertThat(open(onboard())).containsExactly(step);
        stubs.endFaults();
        assertThat(open(onboard())).isEmpty();
        assertThat(open(onboard())).isEmpty();
        assertThat(company.counts()).isEqualTo(Counts.EVERYTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "sendgrid, MAIL, {\"status\": 503}, 0, 1",
        "sendgrid, MAIL, {\"fault\": \"reset\"}, 0, 1",
        "twilio, SMS, {\"status\": 503}, 1, 0",
        "twilio, SMS, {\"fault\": \"reset\"}, 1, 0"
    })
    void a_welcome_that_may_have_been_sent_is_said_to_be_and_not_sent_again(
            String vendor, Step step, String fault, int mails, int texts) {
        stubs.fault(vendor, fault);

        assertThat(open(onboard())).containsExactly(step);
        stubs.endFaults();
        assertThat(open(onboard())).containsExactly(step);
        assertThat(company.counts()).isEqualTo(new Counts(1, 1, 1, mails, texts));
    }

    private OnboardingResult onboard() {
        return company.onboarding().onboard(company.erika());
    }

    private static List<Step> open(OnboardingResult result) {
        assertThat(result).isInstanceOf(Onboarded.class);
        return ((Onboarded) result).open().stream().map(OpenStep::step).toList();
    }
}
