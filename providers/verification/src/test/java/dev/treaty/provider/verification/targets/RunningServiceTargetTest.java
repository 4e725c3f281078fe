package dev.treaty.provider.verification.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import au.com.dius.pact.core.model.ProviderState;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.comparison.ContractMismatch;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.states.ProviderStates;
import dev.treaty.provider.verification.states.StateChangeFailed;
import dev.treaty.provider.verification.testing.PeopleService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningServiceTargetTest {

    private final PeopleService people = new PeopleService("name");

    RunningServiceTargetTest() throws IOException {}

    @AfterEach
    void stop() {
        people.close();
    }

    @Test
    void states_are_torn_down_in_reverse_order_even_after_a_failure() {
        var states = new RecordingStates(people);
        states.notSetUp = "2";

        assertThatThrownBy(() -> service(states).verify(inStates("1", "2", "3")))
                .hasMessage("2 is unreachable");

        assertThat(states.notes).containsExactly("set up 1", "set up 2", "tear down 2", "tear down 1");
    }

    @Test
    void a_state_that_cannot_be_torn_down_fails_its_interaction() {
        var states = new RecordingStates(people);
        states.notTornDown = "1";

        assertThatThrownBy(() -> service(states).verify(inStates("1", "2")))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessageStartingWith("1 stays");
        assertThat(states.notes).containsExactly("set up 1", "set up 2", "tear down 2", "tear down 1");
    }

    @Test
    void a_state_that_cannot_be_torn_down_does_not_hide_why_the_interaction_failed() {
        var states = new RecordingStates(people);
        states.notSetUp = "2";
        states.notTornDown = "1";

        var failure = catchThrowable(() -> service(states).verify(inStates("1", "2")));

        assertThat(failure).hasMessage("2 is unreachable");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasMessageStartingWith("1 stays"));
    }

    @Test
    void values_that_states_return_become_part_of_the_expected_response() {
        var contract = """
                {"consumer": {"name": "web"}, "provider": {"name": "people"}, "metadata": {"pactSpecification": {"version": "4.0"}},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "a request for a person", "providerStates": [{"name": "1"}],
                   "request": {"method": "GET", "path": "/people/x",
                     "headers": {"Authorization": ["Bearer x"]},
                     "generators": {
                       "path": {"type": "ProviderState", "expression": "/people/${id}", "dataType": "STRING"},
                       "header": {"Authorization": {"type": "ProviderState", "expression": "Bearer ${token}", "dataType": "STRING"}}}},
                   "response": {"status": 200,
                     "body": {"contentType": "application/json", "encoded": false, "content": {"id": "x", "name": "%s"}},
                     "generators": {"body": {
                       "$.id": {"type": "ProviderState", "expression": "${id}", "dataType": "STRING"},
                       "$.name": {"type": "%s", "regex": "[a-z]{20}"}}}}}]}""";

        assertThat(service(new RecordingStates(people))
                        .verify(only(contract.formatted("name of 1", "Regex")))
                        .mismatches())
                .isEmpty();
        assertThat(service(new RecordingStates(people))
                        .verify(only(contract.formatted("somebody else", "Regex")))
                        .mismatches())
                .extracting(ContractMismatch::at)
                .containsExactly("body $.name");
    }

    private RunningServiceTarget service(ProviderStates states) {
        MessageSource none = (interaction, expected) -> {
            throw new AssertionError("there are no messages");
        };
        return new RunningServiceTarget(people.url(), states, none, 1, interaction -> List.of());
    }

    private static ContractInteraction inStates(String... states) {
        var given = new ArrayList<String>();
        for (var state : states) {
            given.add("{\"name\": \"%s\"}".formatted(state));
        }
        return only("""
                {"consumer": {"name": "web"}, "provider": {"name": "people"}, "metadata": {"pactSpecification": {"version": "4.0"}},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "a request for a person who does not exist", "providerStates": [%s],
                   "request": {"method": "GET", "path": "/people/nobody"}, "response": {"status": 404}}]}""".formatted(String.join(", ", given)));
    }

    private static ContractInteraction only(String json) {
        var contract = LoadedContract.of(PactFile.parse(Path.of("web-people.json"), json));
        return ContractInteraction.of(contract).get(0);
    }

    /** Notes each call, and creates a person for each state. */
    private static final class RecordingStates implements ProviderStates {

        private final PeopleService people;
        private final List<String> notes = new ArrayList<>();
        private String notSetUp = "";
        private String notTornDown = "";

        RecordingStates(PeopleService people) {
            this.people = people;
        }

        @Override
        public Map<String, @Nullable Object> setUp(ProviderState state) {
            var name = String.valueOf(state.getName());
            notes.add("set up " + name);
            if (name.equals(notSetUp)) {
                throw new IllegalStateException(name + " is unreachable");
            }
            return Map.of("id", name, "token", people.add(Map.of("id", name, "name", "name of " + name)));
        }

        @Override
        public void tearDown(ProviderState state) {
            var name = String.valueOf(state.getName());
            notes.add("tear down " + name);
            if (name.equals(notTornDown)) {
                throw new StateChangeFailed(name + " stays", "here", "try again");
            }
        }
    }
}
