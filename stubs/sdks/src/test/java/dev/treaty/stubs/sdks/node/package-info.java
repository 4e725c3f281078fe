/** Flows of the SDKs for Node.js. */
@NullMarked
package dev.treaty.stubs.sdks.node;

import org.jspecify.annotations.NullMarked;
