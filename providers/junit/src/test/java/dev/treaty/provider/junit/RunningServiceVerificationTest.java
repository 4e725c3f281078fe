package dev.treaty.provider.junit;

import static dev.treaty.provider.junit.VerificationUnderTest.run;
import static dev.treaty.provider.junit.VerificationUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.comparison.InteractionNotVerified;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.testing.PeopleContract;
import dev.treaty.provider.verification.testing.UnreachableUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServiceVerificationTest {

    @TempDir
    private Path directory;

    @Test
    void each_interaction_is_verified_in_its_states() {
        var run = verify(
                CorrectService.class,
                PeopleContract.of("web").reads("1").reads("2").message("a person event", "3"));

        assertThat(run.withStatus(SUCCESSFUL))
                .containsExactly("web: a person event", "web: a request for person 1", "web: a request for person 2");
        assertThat(run.withStatus(FAILED)).isEmpty();
    }

    @Test
    void a_renamed_member_is_reported_with_a_line_that_repeats_the_request() {
        var run = verify(RenamedMember.class, PeopleContract.of("web").reads("1"));

        assertThat(run.why("web: a request for person 1"))
                .isInstanceOf(ContractBroken.class)
                .message()
                .matches("""
                        (?s)people breaks its contract with web\\.
                          where: "a request for person 1" in .*web-people\\.json, given a person exists \\{id=1, name=Grace}
                          differs: body \\$
                            expected: \\{"id":"1","name":"Ada"}
                            actual:   \\{"fullName":"Grace","id":"1"}
                            because:  Actual map is missing the following keys: name
                          repeat: curl -i -X GET 'http://127\\.0\\.0\\.1:\\d+/people/1' -H "Authorization: \\$AUTHORIZATION"
                          fix:   restore this in people, or change the recording test of web if it is no longer needed""");
    }

    @Test
    void an_event_without_a_member_is_reported() {
        var run = verify(RenamedMember.class, PeopleContract.of("web").message("a person event", "3"));

        assertThat(run.why("web: a person event"))
                .isInstanceOf(ContractBroken.class)
                .hasMessageContaining("differs: body $\n")
                .hasMessageContaining("Actual map is missing the following keys: name");
    }

    @Test
    void states_are_torn_down() {
        var run =
                verify(TornDownStates.class, PeopleContract.of("web").reads("1").reads("2"));

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(TornDownStates.peopleAtTheEnd).isEmpty();
    }

    @Test
    void an_unknown_state_fails_and_lists_the_most_similar_known_ones() {
        var run = verify(CorrectService.class, PeopleContract.of("web").reads("1", "a parson exist"));

        assertThat(run.why("web: a request for person 1"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        No @State method handles the state "a parson exist".
                          where: CorrectService; known states, the most similar first: "a person exists", "nobody exists", "the moon is full"; needed by web for "a request for person 1" in %s, given a parson exist {id=1, name=Grace}
                          fix:   write a method annotated @State("a parson exist"), or let the consumer record one of the known states""".formatted(contractFile()));
    }

    @Test
    void a_state_that_cannot_be_set_up_is_reported_with_its_cause() {
        var run = verify(CorrectService.class, PeopleContract.of("web").reads("1", "the moon is full"));

        assertThat(run.why("web: a request for person 1"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        The state "the moon is full" could not be set up: java.lang.IllegalStateException: it is noon
                          where: PeopleVerification.theMoonIsFull; needed by web for "a request for person 1" in %s, given the moon is full {id=1, name=Grace}
                          fix:   see the cause below""".formatted(contractFile()))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_value_that_no_state_returns_is_reported_instead_of_sent_empty() {
        var run = verify(CorrectService.class, PeopleContract.of("web").reads("1", "nobody exists"));

        assertThat(run.why("web: a request for person 1"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        The contract needs ${token}, which no state returned.
                          where: "a request for person 1"; returned: [id, name]; needed by web for "a request for person 1" in %s, given nobody exists {id=1, name=Grace}
                          fix:   return it from one of the states: a @State method as Map.of("token", …), a state-change URL as {"token": …}""".formatted(contractFile()));
    }

    @Test
    void results_are_recorded_for_the_report() {
        verify(RenamedMember.class, PeopleContract.of("web").reads("1"));

        var result = written(directory, RenamedMember.class).path("results").path(0);
        assertThat(result.path("contract").asText()).isEqualTo("web-people.json");
        assertThat(result.path("consumer").asText()).isEqualTo("web");
        assertThat(result.path("provider").asText()).isEqualTo("people");
        assertThat(result.path("given").asText()).isEqualTo("a person exists {id=1, name=Grace}");
        assertThat(result.path("outcome").asText()).isEqualTo("FAILED");
        assertThat(result.path("why").asText()).contains("repeat: curl ");
    }

    @Test
    void an_unreachable_service_is_reported_per_interaction() {
        var run = verify(StoppedService.class, PeopleContract.of("web").reads("1"));

        assertThat(run.why("web: a request for person 1"))
                .isInstanceOf(InteractionNotVerified.class)
                .message()
                .matches("""
                        people could not be verified for web: .*Connect to .* failed: Connection refused.*
                          where: "a request for person 1" in .*web-people\\.json, given a person exists \\{id=1, name=Grace}
                          fix:   see the cause below""");
    }

    private Path contractFile() {
        return directory.resolve("pacts/web-people.json");
    }

    private VerificationUnderTest verify(Class<?> verification, PeopleContract contract) {
        return run(verification, directory, Map.of("pacts", contract.in(directory.resolve("pacts"))));
    }

    static final class CorrectService extends PeopleVerification {

        CorrectService() throws IOException {
            super("name");
        }
    }

    static final class RenamedMember extends PeopleVerification {

        RenamedMember() throws IOException {
            super("fullName");
        }
    }

    static final class StoppedService extends PeopleVerification {

        private final UnreachableUrl unreachable = new UnreachableUrl();

        StoppedService() throws IOException {
            super("name");
        }

        @Override
        protected URI start() {
            return unreachable.url();
        }

        @Override
        protected void stop() throws IOException {
            unreachable.close();
            super.stop();
        }
    }

    static final class TornDownStates extends PeopleVerification {

        static Map<String, String> peopleAtTheEnd = Map.of("not", "run");

        TornDownStates() throws IOException {
            super("name");
        }

        @State(value = "a person exists", action = StateChangeAction.TEARDOWN)
        void removePerson(Map<String, String> person) {
            people.remove(person);
        }

        @Override
        protected void stop() throws IOException {
            peopleAtTheEnd = people.people();
            super.stop();
        }
    }
}
