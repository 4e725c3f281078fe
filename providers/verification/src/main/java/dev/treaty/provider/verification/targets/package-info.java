/** Who is asked: the replay of a contract, a vendor's sandbox, or a running service. */
@NullMarked
package dev.treaty.provider.verification.targets;

import org.jspecify.annotations.NullMarked;
