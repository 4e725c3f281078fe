package dev.treaty.provider.verification.report;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Through which a verification says what it is about to verify. */
public final class RunNotes {

    private final ExtensionContext testClass;

    /** The notes of a test class. */
    public RunNotes(ExtensionContext testClass) {
        this.testClass = testClass;
    }

    /** Notes what responds from now on; it is recorded with each result. */
    public void target(VerifiedTarget target) {
        ResultRecorder.target(testClass, target);
    }

    /** Prints a line that whoever reads the build's output should know. */
    public void say(String line) {
        ResultRecorder.print(testClass, "note", line);
    }
}
