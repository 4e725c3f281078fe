package dev.treaty.provider.environmentcloner.refusals;

/** The source has a schema that the application of the target does not know (422). */
public final class SchemaRefused extends Refusal {

    public SchemaRefused(String what, String where, String fix) {
        super("schema-is-unknown", what, where, fix);
    }
}
