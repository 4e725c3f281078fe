/** What the command line and the environment say about a verification. */
@NullMarked
package dev.treaty.provider.verification.settings;

import org.jspecify.annotations.NullMarked;
