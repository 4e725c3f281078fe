package dev.treaty.consumer.environmentconsole.clones;

import java.util.List;
import java.util.Optional;

/**
 * Some clones, the newest first.
 *
 * @param next the cursor of the next page; empty on the last one
 */
public record ClonePage(List<EnvironmentClone> clones, Optional<String> next) {

    public ClonePage {
        clones = List.copyOf(clones);
    }
}
