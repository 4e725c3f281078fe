package dev.treaty.stubs.matching.request;

/**
 * A request that no contract can match.
 *
 * @param reason why pact-jvm's mock server would answer 400 or 500 without consulting a contract
 */
public record MalformedRequest(String provider, String method, String path, String reason) implements ReceivedRequest {}
