/** Workspaces and their members: what may be done to them, by whom, and how they are stored. */
@NullMarked
package dev.treaty.provider.workspaceservice.workspaces;

import org.jspecify.annotations.NullMarked;
