/**
 * What every reference service shares. This package is its command line: {@link dev.treaty.provider.service.ServiceCommand} starts a service
 * as options and environment variables say. {@code …http} serves requests, {@code …database} keeps data, {@code …problems} refuses,
 * {@code …tokens} checks access tokens, and {@code …states} prepares a service for verification.
 */
@NullMarked
package dev.treaty.provider.service;

import org.jspecify.annotations.NullMarked;
