package dev.treaty.provider.environmentcloner.refusals;

/** A wall around production held. It was logged, and an event tells who tried what. */
public abstract class WallRefusal extends Refusal {

    private final WallName wall;
    private final String environment;

    WallRefusal(WallName wall, String environment, String slug, String what, String where, String fix) {
        super(slug, what, where, fix);
        this.wall = wall;
        this.environment = environment;
    }

    /** The wall that held. */
    public final WallName wall() {
        return wall;
    }

    /** The id of the environment that was protected, or could have been taken for another one. */
    public final String environment() {
        return environment;
    }
}
