package dev.treaty.provider.junit;

import dev.treaty.provider.verification.report.VerifiedTarget;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Through which a verification says what it is about to verify. */
final class RunNotes {

    private final ExtensionContext testClass;

    /** The notes of a test class. */
    RunNotes(ExtensionContext testClass) {
        this.testClass = testClass;
    }

    /** Notes what responds from now on; it is recorded with each result. */
    void target(VerifiedTarget target) {
        ResultRecorder.target(testClass, target);
    }

    /** Prints a line that whoever reads the build's output should know. */
    void say(String line) {
        ResultRecorder.print(testClass, "note", line);
    }
}
