package dev.treaty.stubs.sdks.node;

/**
 * The result of one check, as {@code json-lines-reporter.mjs} writes it.
 *
 * @param file e.g. {@code "stripe-customers.test.mjs"}
 * @param passed also true for a check that was left out
 * @param leftOut why; empty for a check that ran
 * @param error why it failed, with the stack; empty if it passed
 */
record NodeCheck(String file, String name, boolean passed, String leftOut, String error) {

    /** The part of its file's name before the first hyphen, e.g. {@code "stripe"}. */
    String vendor() {
        return file.substring(0, file.indexOf('-'));
    }
}
