package dev.treaty.provider.verification.comparison;

/** A provider was not asked, e.g. because it cannot be brought into the state; says nothing about the contract. */
public final class InteractionSkipped extends RuntimeException {

    /** @param why what is missing, as part of a sentence */
    public InteractionSkipped(String why) {
        super(why);
    }
}
