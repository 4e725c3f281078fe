package dev.treaty.consumer.environmentconsole.display;

import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;

/** Shows how far a clone is, again and again. */
public interface ProgressView {

    /** Shows the clone as it is now. */
    void show(EnvironmentClone clone);

    /** Ends what {@link #show} began, so that other lines can follow. */
    void end();
}
