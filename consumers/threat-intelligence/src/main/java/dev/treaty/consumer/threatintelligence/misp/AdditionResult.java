package dev.treaty.consumer.threatintelligence.misp;

import java.util.List;

/** What came of adding an address to an event. */
public sealed interface AdditionResult {

    /**
     * The event has it now.
     *
     * @param id of the new attribute
     */
    record Added(String id) implements AdditionResult {}

    /**
     * MISP did not save it, usually because the event has it already.
     *
     * @param reasons for people
     */
    record NotSaved(List<String> reasons) implements AdditionResult {

        /** Copies the reasons. */
        public NotSaved {
            reasons = List.copyOf(reasons);
        }
    }
}
