package dev.treaty.stubs.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** How error messages name a test. */
final class TestLocation {

    private TestLocation() {}

    /** For example {@code "PaymentsTest.a_card_is_declined"}, or only the class if no test is running. */
    static String of(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    }
}
