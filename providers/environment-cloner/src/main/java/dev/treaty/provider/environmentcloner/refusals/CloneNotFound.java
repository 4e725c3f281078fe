package dev.treaty.provider.environmentcloner.refusals;

/** No clone or restoration has this id (404). */
public final class CloneNotFound extends Refusal {

    public CloneNotFound(String id) {
        super("clone-not-found", "There is no such clone.", "the id " + id, "use the id of one that GET /clones lists");
    }
}
