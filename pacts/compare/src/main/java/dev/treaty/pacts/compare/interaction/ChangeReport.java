package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is said about one interaction. */
final class ChangeReport {

    private final V4Interaction interaction;
    private final Verdict verdict;
    private final List<String> notes = new ArrayList<>();
    private Optional<String> former = Optional.empty();
    private List<Witness> witnesses = List.of();
    private List<String> undecided = List.of();
    private RequestChange request = RequestChange.SAME;

    ChangeReport(V4Interaction interaction, Verdict verdict) {
        this.interaction = interaction;
        this.verdict = verdict;
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    ChangeReport compared(V4Interaction old, RequestChange requests) {
        former = Optional.of(old.getDescription()).filter(name -> !name.equals(interaction.getDescription()));
        request = requests;
        return this;
    }

    ChangeReport judged(AnswerJudgement judgement) {
        witnesses = judgement.witnesses();
        undecided = judgement.undecided();
        return this;
    }

    InteractionChange build() {
        return new InteractionChange(
                verdict,
                interaction.getDescription(),
                InteractionKey.of(interaction).statesAsText(),
                former,
                witnesses,
                undecided,
                notes,
                request);
    }
}
