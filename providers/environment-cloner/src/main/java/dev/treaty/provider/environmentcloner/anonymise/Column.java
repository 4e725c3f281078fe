package dev.treaty.provider.environmentcloner.anonymise;

/**
 * A column that is copied.
 *
 * @param type PostgreSQL's name for it, e.g. {@code character varying(200)}
 * @param isUnique whether no value may be there twice, the column by itself being a key
 */
public record Column(ColumnName name, String type, boolean isUnique) {

    /** What may be personal in it. */
    public enum Kind {
        TEXT,
        JSON,
        OTHER
    }

    /** What may be personal in it, by its type. */
    public Kind kind() {
        if (type.startsWith("json")) {
            return Kind.JSON;
        }
        return type.startsWith("character")
                        || type.startsWith("text")
                        || type.startsWith("citext")
                        || type.startsWith("inet")
                ? Kind.TEXT
                : Kind.OTHER;
    }
}
