/** What the video archive needs from Cablecast. */
@NullMarked
package dev.treaty.consumer.archivist;

import org.jspecify.annotations.NullMarked;
