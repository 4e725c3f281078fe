package dev.treaty.provider.environmentcloner.refusals;

/** A new database is not what it should be, so it does not take the place of the former one. */
public final class ValidationFailed extends Refusal {

    public ValidationFailed(String slug, String what, String where, String fix) {
        super(slug, what, where, fix);
    }
}
