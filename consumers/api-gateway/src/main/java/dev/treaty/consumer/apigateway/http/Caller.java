package dev.treaty.consumer.apigateway.http;

/**
 * For whom the gateway calls a service.
 *
 * @param requestId of the request that the gateway is handling
 * @param accessToken the caller's own, by which the service decides; the gateway itself has no rights
 */
public record Caller(RequestId requestId, AccessToken accessToken) {}
