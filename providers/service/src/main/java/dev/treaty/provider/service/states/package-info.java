/** How a verification brings a service to provider states, and reads the messages it has sent. */
@NullMarked
package dev.treaty.provider.service.states;

import org.jspecify.annotations.NullMarked;
