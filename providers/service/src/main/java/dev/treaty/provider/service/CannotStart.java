package dev.treaty.provider.service;

/** A service does not start, for a reason that its operator can mend. Its message is for them to read, and holds no secret. */
public final class CannotStart extends RuntimeException {

    /**
     * The three lines of an error.
     *
     * @param what happened, a sentence
     * @param where e.g. {@code "the environment of auth-service"}
     * @param mend what to do about it
     */
    public CannotStart(String what, String where, String mend) {
        super("%s\n  where: %s\n  mend:  %s".formatted(what, where, mend));
    }
}
