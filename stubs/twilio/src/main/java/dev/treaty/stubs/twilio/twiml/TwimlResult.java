package dev.treaty.stubs.twilio.twiml;

import java.util.List;

/** What came of reading an application's response. */
public sealed interface TwimlResult {

    /**
     * What Twilio shall do.
     *
     * @param verbs those that Twilio knows, in their order
     * @param warnings what does not conform to TwiML's schema; Twilio ignores it
     */
    record Document(List<TwimlElement> verbs, List<TwimlProblem> warnings) implements TwimlResult {

        public Document {
            verbs = List.copyOf(verbs);
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing can be done with it: "an application error has occurred". */
    record Failed(TwimlProblem problem) implements TwimlResult {}
}
