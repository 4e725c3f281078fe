/** What the service refuses to do, and why: each reason is an exception of its own. */
@NullMarked
package dev.treaty.provider.environmentcloner.refusals;

import org.jspecify.annotations.NullMarked;
