/** Whole databases: which ones they really are, and how one takes the place of another. */
@NullMarked
package dev.treaty.provider.environmentcloner.databases;

import org.jspecify.annotations.NullMarked;
