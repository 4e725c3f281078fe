/**
 * What every reference service shares: how it is started, listens, keeps its data, says how it is, and refuses. What a
 * service is about is in the service's own module.
 */
@NullMarked
package dev.treaty.provider.service;

import org.jspecify.annotations.NullMarked;
