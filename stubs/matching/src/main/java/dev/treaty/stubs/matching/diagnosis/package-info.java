/** Why no interaction answers a request: the nearest ones, and every difference from them, without the request's secrets. */
@NullMarked
package dev.treaty.stubs.matching.diagnosis;

import org.jspecify.annotations.NullMarked;
