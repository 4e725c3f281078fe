package dev.treaty.stubs.replay;

import org.junit.jupiter.api.extension.ExtensionContext;

/** How messages name a test. */
final class TestPlace {

    private TestPlace() {}

    /** For example {@code "PaymentsTest.a_card_is_declined"}, or the class alone if no test runs. */
    static String of(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    }
}
