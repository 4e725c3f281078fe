package dev.treaty.pacts.recording;

import dev.treaty.pacts.canonical.PactDocument;
import java.util.List;
import java.util.TreeSet;

/**
 * What the tests of one consumer module recorded in the two runs of this build.
 *
 * @param module its folder below {@code consumers}, e.g. {@code "billing"}
 * @param declared all {@code @Pact} methods of the module as {@code TestClass.method}, whether their tests ran or not
 * @param firstRun what the first run recorded, one document per method and provider
 * @param secondRun what the second run recorded, in another time zone and language
 */
public record ConsumerRecording(
        String module, List<String> declared, List<PactDocument> firstRun, List<PactDocument> secondRun) {

    public ConsumerRecording {
        declared = List.copyOf(declared);
        firstRun = List.copyOf(firstRun);
        secondRun = List.copyOf(secondRun);
    }

    /** The names of the consumer in its contracts; usually one, but a module may contain several consumers. */
    public List<String> consumers() {
        return firstRun.stream().map(PactDocument::consumer).distinct().toList();
    }

    /** The declared methods whose tests did not run or did not pass. */
    public List<String> missing() {
        var missing = new TreeSet<>(declared);
        firstRun.stream().map(PactDocument::origin).forEach(missing::remove);
        return List.copyOf(missing);
    }

    /** Whether every test ran and passed: only then is an interaction that was not recorded gone. */
    public boolean isComplete() {
        return missing().isEmpty();
    }
}
