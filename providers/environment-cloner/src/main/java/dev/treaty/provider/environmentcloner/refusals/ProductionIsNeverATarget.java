package dev.treaty.provider.environmentcloner.refusals;

/** Somebody would have written to production, or to what cannot be told from it (403). */
public final class ProductionIsNeverATarget extends WallRefusal {

    public ProductionIsNeverATarget(WallName wall, String environment, String what, String where, String fix) {
        super(wall, environment, "production-is-never-a-target", what, where, fix);
    }
}
