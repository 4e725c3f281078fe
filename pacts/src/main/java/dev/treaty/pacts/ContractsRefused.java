package dev.treaty.pacts;

/** The contracts are refused, and with them the build. Has no stack trace, because Maven would print it above the reason. */
final class ContractsRefused extends RuntimeException {

    /** @param reasons one {@link dev.treaty.pacts.errors.ErrorMessage} for each */
    ContractsRefused(String reasons) {
        // On lines of their own, before and after which Maven writes what failed and where it explains such failures.
        super("\n\n" + reasons.strip() + "\n", null, false, false);
    }
}
