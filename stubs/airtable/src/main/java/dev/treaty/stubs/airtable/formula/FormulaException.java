package dev.treaty.stubs.airtable.formula;

/** A formula that is wrong, or that the replay cannot evaluate. */
public final class FormulaException extends RuntimeException {

    private final String reason;
    private final boolean isNotCovered;

    private FormulaException(String reason, boolean isNotCovered) {
        super(reason, null, false, false);
        this.reason = reason;
        this.isNotCovered = isNotCovered;
    }

    static FormulaException wrong(String message) {
        return new FormulaException(message, false);
    }

    static FormulaException notCovered(String what) {
        return new FormulaException(what, true);
    }

    /** What is wrong, or what the replay does not know. */
    public String reason() {
        return reason;
    }

    /** Whether Airtable may know what the replay does not. */
    public boolean isNotCovered() {
        return isNotCovered;
    }
}
