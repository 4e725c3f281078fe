package dev.treaty.provider.verification;

import static dev.treaty.provider.verification.VerificationUnderTest.run;
import static dev.treaty.provider.verification.VerificationUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.verification.comparison.ContractBroken;
import dev.treaty.provider.verification.comparison.InteractionNotVerified;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.testing.PeopleContract;
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
    void a_service_is_held_to_each_interaction_in_its_states() {
        var ended = verify(
                Held.class, PeopleContract.of("web").reads("1").reads("2").message("a person is told", "3"));

        assertThat(ended.ended(SUCCESSFUL))
                .containsExactly("web: a person is told", "web: person 1 is read", "web: person 2 is read");
        assertThat(ended.ended(FAILED)).isEmpty();
    }

    @Test
    void a_renamed_member_is_told_with_a_line_that_repeats_the_request() {
        var ended = verify(Renamed.class, PeopleContract.of("web").reads("1"));

        assertThat(ended.why("web: person 1 is read"))
                .isInstanceOf(ContractBroken.class)
                .message()
                .matches("""
                        (?s)people does not hold its contract with web\\.
                          where: "person 1 is read" in .*web-people\\.json, given a person exists \\{id=1, name=Grace}
                          differs: body \\$
                            expected: \\{"id":"1","name":"Ada"}
                            actual:   \\{"fullName":"Grace","id":"1"}
                            because:  Actual map is missing the following keys: name
                          repeat: curl -i -X GET 'http://127\\.0\\.0\\.1:\\d+/people/1' -H "Authorization: \\$AUTHORIZATION"
                          fix:   make people answer so again, or, if web no longer needs it, change its recording test and record again""");
    }

    @Test
    void an_event_without_a_member_is_told() {
        var ended = verify(Renamed.class, PeopleContract.of("web").message("a person is told", "3"));

        assertThat(ended.why("web: a person is told"))
                .isInstanceOf(ContractBroken.class)
                .hasMessageContaining("differs: body $\n")
                .hasMessageContaining("Actual map is missing the following keys: name");
    }

    @Test
    void what_a_state_brought_about_is_undone() {
        var ended = verify(Undone.class, PeopleContract.of("web").reads("1").reads("2"));

        assertThat(ended.ended(FAILED)).isEmpty();
        assertThat(Undone.peopleAtTheEnd).isEmpty();
    }

    @Test
    void an_unknown_state_fails_and_lists_the_known_ones_nearest_first() {
        var ended = verify(Held.class, PeopleContract.of("web").reads("1", "a parson exist"));

        assertThat(ended.why("web: person 1 is read"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        No handler knows the state "a parson exist".
                          where: Held; known, nearest first: "a person exists", "nobody exists", "the moon is full"; needed by web for "person 1 is read" in %s, given a parson exist {id=1, name=Grace}
                          fix:   write a method annotated @State("a parson exist"), or have the consumer record one of the known states""".formatted(contractFile()));
    }

    @Test
    void a_state_that_cannot_be_set_up_is_told_with_its_cause() {
        var ended = verify(Held.class, PeopleContract.of("web").reads("1", "the moon is full"));

        assertThat(ended.why("web: person 1 is read"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        The state "the moon is full" was not set up: java.lang.IllegalStateException: it is noon
                          where: PeopleVerification.theMoonIsFull; needed by web for "person 1 is read" in %s, given the moon is full {id=1, name=Grace}
                          fix:   see the cause below""".formatted(contractFile()))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_value_that_no_state_answers_is_told_instead_of_sent_empty() {
        var ended = verify(Held.class, PeopleContract.of("web").reads("1", "nobody exists"));

        assertThat(ended.why("web: person 1 is read"))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessage("""
                        The contract asks for ${token}, and no state answered it.
                          where: "person 1 is read"; answered: [id, name]; needed by web for "person 1 is read" in %s, given nobody exists {id=1, name=Grace}
                          fix:   return it from the handler of one of the states: Map.of("token", …)""".formatted(contractFile()));
    }

    @Test
    void what_came_of_each_interaction_is_left_for_the_report() {
        verify(Renamed.class, PeopleContract.of("web").reads("1"));

        var result = written(directory, Renamed.class).path("results").path(0);
        assertThat(result.path("contract").asText()).isEqualTo("web-people.json");
        assertThat(result.path("consumer").asText()).isEqualTo("web");
        assertThat(result.path("provider").asText()).isEqualTo("people");
        assertThat(result.path("given").asText()).isEqualTo("a person exists {id=1, name=Grace}");
        assertThat(result.path("outcome").asText()).isEqualTo("FAILED");
        assertThat(result.path("why").asText()).contains("repeat: curl ");
    }

    @Test
    void a_service_that_cannot_be_reached_is_told_by_the_interaction() {
        var ended = verify(Gone.class, PeopleContract.of("web").reads("1"));

        assertThat(ended.why("web: person 1 is read"))
                .isInstanceOf(InteractionNotVerified.class)
                .message()
                .matches("""
                        people was not held to its contract with web: .*Connect to .* failed: Connection refused.*
                          where: "person 1 is read" in .*web-people\\.json, given a person exists \\{id=1, name=Grace}
                          fix:   see the cause below""");
    }

    private Path contractFile() {
        return directory.resolve("pacts/web-people.json");
    }

    private VerificationUnderTest verify(Class<?> verification, PeopleContract contract) {
        return run(verification, directory, Map.of("pacts", contract.in(directory.resolve("pacts"))));
    }

    static final class Held extends PeopleVerification {

        Held() throws IOException {
            super("name");
        }
    }

    static final class Renamed extends PeopleVerification {

        Renamed() throws IOException {
            super("fullName");
        }
    }

    static final class Gone extends PeopleVerification {

        Gone() throws IOException {
            super("name");
        }

        @Override
        protected URI start() {
            people.close();
            return super.start();
        }
    }

    static final class Undone extends PeopleVerification {

        static Map<String, String> peopleAtTheEnd = Map.of("not", "run");

        Undone() throws IOException {
            super("name");
        }

        @State(value = "a person exists", action = StateChangeAction.TEARDOWN)
        void aPersonExistsNoMore(Map<String, String> person) {
            people.remove(person);
        }

        @Override
        protected void stop() {
            peopleAtTheEnd = people.people();
            super.stop();
        }
    }
}
