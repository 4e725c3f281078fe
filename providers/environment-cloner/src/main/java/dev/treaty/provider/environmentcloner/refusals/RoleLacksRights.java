package dev.treaty.provider.environmentcloner.refusals;

import java.util.List;

/** A role is not allowed to do what a clone needs (422). */
public final class RoleLacksRights extends Refusal {

    private static final int MOST_NAMED = 3;

    private RoleLacksRights(String slug, String what, String environment, String fix) {
        super(slug, what, "the role in the database of " + environment, fix);
    }

    /**
     * It could not read all of a source.
     *
     * @param missing each as a phrase, e.g. {@code it may not read audit.audit_logs}; at least one
     */
    public static RoleLacksRights ofReader(String source, List<String> missing) {
        return new RoleLacksRights(
                "source-is-not-readable",
                "The role that reads %s cannot read all of it: %s.".formatted(source, named(missing)),
                source,
                "make it a member of pg_read_all_data, and let it see all rows: ALTER ROLE … BYPASSRLS");
    }

    /** It could not put another database in the place of a target. */
    public static RoleLacksRights ofWriter(String target, List<String> missing) {
        return new RoleLacksRights(
                "target-is-not-replaceable",
                "The role that replaces %s cannot do so: %s.".formatted(target, named(missing)),
                target,
                "make it the owner of the database and a member of pg_signal_backend, and let it create databases: ALTER ROLE … CREATEDB");
    }

    /** It could not write a target into a file. */
    public static RoleLacksRights ofKeeper(String target, List<String> missing) {
        return new RoleLacksRights(
                "target-is-not-replaceable",
                "The role that replaces %s cannot keep it as a file: %s.".formatted(target, named(missing)),
                target,
                "ask for \"backup\": \"database\", or make the role a member of pg_read_all_data with BYPASSRLS");
    }

    private static String named(List<String> missing) {
        var named = String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
        var more = missing.size() - MOST_NAMED;
        return more > 0 ? "%s and %d more".formatted(named, more) : named;
    }
}
