/** Tests of the pipelines that this repository has for GitHub and Jenkins: that they are well-formed, and that their commands work. */
@NullMarked
package dev.treaty.stubs.server.pipeline;

import org.jspecify.annotations.NullMarked;
