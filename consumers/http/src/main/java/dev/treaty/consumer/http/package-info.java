/**
 * What clients of HTTP APIs share that use no SDK: {@link dev.treaty.consumer.http.HttpApi} sends an
 * {@link dev.treaty.consumer.http.HttpCall} and returns an {@link dev.treaty.consumer.http.HttpReply}, whatever its status. What a
 * status means is for each client to say, in exceptions of its own.
 */
@NullMarked
package dev.treaty.consumer.http;

import org.jspecify.annotations.NullMarked;
