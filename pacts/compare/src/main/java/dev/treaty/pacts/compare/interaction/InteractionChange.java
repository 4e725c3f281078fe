package dev.treaty.pacts.compare.interaction;

import java.util.List;
import java.util.Optional;

/**
 * What has become of one interaction.
 *
 * @param description its description; the former one if it was removed
 * @param states its provider states with their parameters, as text
 * @param former the description of the interaction that it was compared with, if that is another
 * @param witnesses answers that show that fewer are accepted; at least one if the verdict is {@link Verdict#NARROWED}
 * @param undecided the parts of which nothing is proven
 * @param notes what else is good to know, as sentences
 * @param request what is said about requests, for those who use stubs
 */
public record InteractionChange(
        Verdict verdict,
        String description,
        String states,
        Optional<String> former,
        List<Witness> witnesses,
        List<String> undecided,
        List<String> notes,
        RequestChange request) {

    /** Copies the lists. */
    public InteractionChange {
        witnesses = List.copyOf(witnesses);
        undecided = List.copyOf(undecided);
        notes = List.copyOf(notes);
    }

    /** Whether there is nothing to report: nobody notices a stub that answers more. */
    public boolean isSame() {
        return verdict == Verdict.SAME && (request.isSame() || request.kind() == RequestChange.Kind.MORE);
    }
}
