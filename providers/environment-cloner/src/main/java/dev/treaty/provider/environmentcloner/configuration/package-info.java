/** What an operator configures: the environments, the anonymisation profiles, and how much may be done at a time. */
@NullMarked
package dev.treaty.provider.environmentcloner.configuration;

import org.jspecify.annotations.NullMarked;
