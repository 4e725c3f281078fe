/** Video on demand, and its transcoding. */
@NullMarked
package dev.treaty.stubs.cablecast.vod;

import org.jspecify.annotations.NullMarked;
