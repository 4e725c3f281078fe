package dev.treaty.pacts.errors;

/**
 * An error that a person can act on, in three lines:
 *
 * <pre>
 * There is no pact file or folder with this name.
 *   where: contracts/billing-stripe.json
 *   fix:   name a .json file that exists, or a folder that contains some
 * </pre>
 *
 * @param what what happened, as a sentence; never contains a secret
 * @param where the file, request, option or test that caused it
 * @param fix what the reader can do about it, in the imperative
 */
public record ErrorMessage(String what, String where, String fix) {

    /** The three lines, without a line break at the end. */
    @Override
    public String toString() {
        return what + "\n  where: " + where + "\n  fix:   " + fix;
    }
}
