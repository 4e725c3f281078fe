/** What all sources have in common: addresses, and how a source refuses. */
@NullMarked
package dev.treaty.consumer.threatintelligence.source;

import org.jspecify.annotations.NullMarked;
