/** Which commit, branch and build this is: from git, and from the environment of a CI server. */
@NullMarked
package dev.treaty.pacts.broker.build;

import org.jspecify.annotations.NullMarked;
