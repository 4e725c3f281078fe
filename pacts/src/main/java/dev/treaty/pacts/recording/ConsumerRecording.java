package dev.treaty.pacts.recording;

import dev.treaty.pacts.canonical.PactDocument;
import java.util.List;
import java.util.TreeSet;

/**
 * What the tests of one consumer module recorded in this build, twice.
 *
 * @param module its folder below {@code consumers}, e.g. {@code "billing"}
 * @param declared every {@code @Pact} method of the module, {@code TestClass.method}, whether its test ran or not
 * @param once what the first run recorded, a document for each method and provider
 * @param again what the second run recorded, under another zone and language
 */
public record ConsumerRecording(
        String module, List<String> declared, List<PactDocument> once, List<PactDocument> again) {

    public ConsumerRecording {
        declared = List.copyOf(declared);
        once = List.copyOf(once);
        again = List.copyOf(again);
    }

    /** The names by which its contracts know it; one, unless the module speaks for several. */
    public List<String> consumers() {
        return once.stream().map(PactDocument::consumer).distinct().toList();
    }

    /** The declared methods whose test did not run, or did not pass. */
    public List<String> missing() {
        var missing = new TreeSet<>(declared);
        once.stream().map(PactDocument::origin).forEach(missing::remove);
        return List.copyOf(missing);
    }

    /** Whether every test ran: only then does an interaction that is not here exist no longer. */
    public boolean isComplete() {
        return missing().isEmpty();
    }
}
