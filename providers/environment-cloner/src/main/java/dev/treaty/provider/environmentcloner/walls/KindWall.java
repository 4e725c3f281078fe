package dev.treaty.provider.environmentcloner.walls;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.refusals.ProductionIsNeverATarget;
import dev.treaty.provider.environmentcloner.refusals.WallName;

/** The first wall: an environment that is configured as production is never a target. */
public final class KindWall implements Wall {

    @Override
    public void admitTarget(Environment target) {
        if (target.kind() == EnvironmentKind.PRODUCTION) {
            throw new ProductionIsNeverATarget(
                    WallName.KIND,
                    target.id(),
                    "The target %s is a production environment, which is only ever read.".formatted(target.id()),
                    "the environment " + target.id(),
                    "name another target");
        }
    }
}
