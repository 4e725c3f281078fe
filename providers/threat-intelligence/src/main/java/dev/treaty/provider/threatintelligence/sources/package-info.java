/** The three sources: how they are asked at once, within their limits, and whether they answer. */
@NullMarked
package dev.treaty.provider.threatintelligence.sources;

import org.jspecify.annotations.NullMarked;
