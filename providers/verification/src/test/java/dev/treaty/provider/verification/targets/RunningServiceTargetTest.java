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
    void are_undone_in_the_opposite_order_even_after_a_failure() {
        var states = new Noted(people);
        states.notEntered = "2";

        assertThatThrownBy(() -> service(states).ask(inStates("1", "2", "3"))).hasMessage("2 is out of reach");

        assertThat(states.notes).containsExactly("enter 1", "enter 2", "leave 2", "leave 1");
    }

    @Test
    void that_cannot_be_undone_fail_an_interaction_that_held() {
        var states = new Noted(people);
        states.notLeft = "1";

        assertThatThrownBy(() -> service(states).ask(inStates("1", "2")))
                .isInstanceOf(StateChangeFailed.class)
                .hasMessageStartingWith("1 stays");
        assertThat(states.notes).containsExactly("enter 1", "enter 2", "leave 2", "leave 1");
    }

    @Test
    void that_cannot_be_undone_do_not_hide_why_the_interaction_failed() {
        var states = new Noted(people);
        states.notEntered = "2";
        states.notLeft = "1";

        var failure = catchThrowable(() -> service(states).ask(inStates("1", "2")));

        assertThat(failure).hasMessage("2 is out of reach");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasMessageStartingWith("1 stays"));
    }

    @Test
    void answer_values_that_the_expected_answer_is_made_of() {
        var contract = """
                {"consumer": {"name": "web"}, "provider": {"name": "people"}, "metadata": {"pactSpecification": {"version": "4.0"}},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "a person is read", "providerStates": [{"name": "1"}],
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

        assertThat(service(new Noted(people))
                        .ask(only(contract.formatted("name of 1", "Regex")))
                        .differences())
                .isEmpty();
        assertThat(service(new Noted(people))
                        .ask(only(contract.formatted("somebody else", "Regex")))
                        .differences())
                .extracting(ContractMismatch::at)
                .containsExactly("body $.name");
    }

    private RunningServiceTarget service(ProviderStates states) {
        MessageSource none = (asked, expected) -> {
            throw new AssertionError("there are no messages here");
        };
        return new RunningServiceTarget(people.url(), states, none, asked -> List.of());
    }

    private static ContractInteraction inStates(String... states) {
        var given = new ArrayList<String>();
        for (var state : states) {
            given.add("{\"name\": \"%s\"}".formatted(state));
        }
        return only("""
                {"consumer": {"name": "web"}, "provider": {"name": "people"}, "metadata": {"pactSpecification": {"version": "4.0"}},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "nobody is read", "providerStates": [%s],
                   "request": {"method": "GET", "path": "/people/nobody"}, "response": {"status": 404}}]}""".formatted(String.join(", ", given)));
    }

    private static ContractInteraction only(String json) {
        var contract = LoadedContract.of(PactFile.parse(Path.of("web-people.json"), json), "web-people.json");
        return new ContractInteraction(contract, contract.interactions().get(0));
    }

    /** Notes what it is asked, and makes a person of each state. */
    private static final class Noted implements ProviderStates {

        private final PeopleService people;
        private final List<String> notes = new ArrayList<>();
        private String notEntered = "";
        private String notLeft = "";

        Noted(PeopleService people) {
            this.people = people;
        }

        @Override
        public Map<String, @Nullable Object> enter(ProviderState state) {
            var name = String.valueOf(state.getName());
            notes.add("enter " + name);
            if (name.equals(notEntered)) {
                throw new IllegalStateException(name + " is out of reach");
            }
            return Map.of("id", name, "token", people.add(Map.of("id", name, "name", "name of " + name)));
        }

        @Override
        public void leave(ProviderState state) {
            var name = String.valueOf(state.getName());
            notes.add("leave " + name);
            if (name.equals(notLeft)) {
                throw new StateChangeFailed(name + " stays", "here", "try again");
            }
        }
    }
}
