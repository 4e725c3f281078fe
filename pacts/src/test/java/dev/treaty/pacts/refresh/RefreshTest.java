package dev.treaty.pacts.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ContractFile;
import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.canonical.PactDocument;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshTest {

    private static final PactDocument FIRST = ExamplePact.recorded("A.first", ExamplePact.payment("first"));
    private static final PactDocument SECOND = ExamplePact.recorded("A.second", ExamplePact.payment("second"));
    private static final PactDocument OF_PAYPAL = ExamplePact.document(
            "A.third", "billing-paypal", ExamplePact.pact("billing", "paypal", ExamplePact.payment()));
    private static final ContractFile BOTH =
            ContractFile.of(ExamplePact.recorded("file", ExamplePact.payment("first"), ExamplePact.payment("second")));

    @Test
    void a_first_recording_creates_a_file() {
        var refresh = Refresh.of(List.of(), List.of(recording(FIRST, SECOND)));

        assertThat(refresh.changes()).singleElement().satisfies(change -> {
            assertThat(change.fileName()).isEqualTo("billing-stripe.json");
            assertThat(change.lines()).containsExactly("added:   \"first\"", "added:   \"second\"");
            assertThat(change.after()).contains(BOTH);
        });
        assertThat(refresh.contracts()).isEqualTo(1);
        assertThat(refresh.interactions()).isEqualTo(2);
    }

    @Test
    void the_same_recording_again_changes_nothing() {
        assertThat(Refresh.of(List.of(BOTH), List.of(recording(SECOND, FIRST))).differences())
                .isEmpty();
    }

    @Test
    void what_a_complete_recording_no_longer_contains_is_removed() {
        var refresh = Refresh.of(List.of(BOTH), List.of(recording(FIRST)));

        assertThat(refresh.differences())
                .singleElement()
                .satisfies(change -> assertThat(change.lines()).containsExactly("removed: \"second\""));
    }

    @Test
    void an_incomplete_recording_replaces_and_adds_but_removes_nothing() {
        var changed = ExamplePact.recorded(
                "A.first", ExamplePact.set(ExamplePact.payment("first"), "/response/status", "201"));
        var added = ExamplePact.recorded("A.third", ExamplePact.payment("third"));

        var refresh = Refresh.of(List.of(BOTH), List.of(recording("A.second", changed, added)));

        assertThat(refresh.differences())
                .singleElement()
                .satisfies(change -> assertThat(change.lines())
                        .containsExactly("changed: \"first\" $.response.status 200 -> 201", "added:   \"third\""));
        assertThat(refresh.interactions()).isEqualTo(3);
    }

    @Test
    void a_contract_that_a_complete_recording_no_longer_contains_is_deleted() {
        var committed = List.of(BOTH, ContractFile.of(OF_PAYPAL));

        var refresh = Refresh.of(committed, List.of(recording(FIRST, SECOND)));

        assertThat(refresh.differences()).singleElement().satisfies(change -> {
            assertThat(change.fileName()).isEqualTo("billing-paypal.json");
            assertThat(change.after()).isEmpty();
        });
        assertThat(Refresh.of(committed, List.of(recording("A.third", FIRST, SECOND)))
                        .differences())
                .isEmpty();
    }

    @Test
    void the_contracts_of_a_consumer_that_did_not_record_are_kept_even_if_not_canonical() {
        var edited = new ContractFile(BOTH.document(), BOTH.text() + "\n");

        assertThat(Refresh.of(List.of(edited), List.of()).differences()).isEmpty();
        assertThat(Refresh.of(List.of(edited), List.of(recording(FIRST, SECOND)))
                        .differences())
                .singleElement()
                .satisfies(change -> assertThat(change.lines())
                        .containsExactly(
                                "changed: only the formatting; the build writes this file, so do not edit it by hand"));
    }

    @Test
    void interactions_with_the_same_description_are_shown_with_their_states() {
        var other = ExamplePact.set(ExamplePact.payment("first"), "/providerStates/0/params/id", "\"cus_43\"");

        var refresh =
                Refresh.of(List.of(BOTH), List.of(recording(FIRST, SECOND, ExamplePact.recorded("A.other", other))));

        assertThat(refresh.differences())
                .singleElement()
                .satisfies(change -> assertThat(change.lines())
                        .containsExactly("added:   \"first\" given a customer exists {\"id\": \"cus_43\"}"));
    }

    @Test
    void each_interaction_is_attributed_to_its_test_or_else_to_its_file() {
        var documents =
                Refresh.of(List.of(BOTH), List.of(recording("A.second", FIRST))).documents();

        assertThat(documents).extracting(PactDocument::origin).containsExactly("A.first", "billing-stripe.json");
        assertThat(documents.get(1).interactions()).hasSize(1);
    }

    private static ConsumerRecording recording(PactDocument... documents) {
        return new ConsumerRecording(
                "billing",
                Arrays.stream(documents).map(PactDocument::origin).toList(),
                List.of(documents),
                List.of(documents));
    }

    private static ConsumerRecording recording(String notRecorded, PactDocument... documents) {
        return new ConsumerRecording("billing", List.of(notRecorded), List.of(documents), List.of(documents));
    }
}
