/** What requests are sent to: a vendor's replay, its sandbox, or a running service. */
@NullMarked
package dev.treaty.provider.verification.targets;

import org.jspecify.annotations.NullMarked;
