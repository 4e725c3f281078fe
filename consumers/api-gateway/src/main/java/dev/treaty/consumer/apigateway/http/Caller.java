package dev.treaty.consumer.apigateway.http;

/**
 * For whom the gateway calls a service.
 *
 * @param requestId of the request that the gateway is answering
 * @param accessToken the caller's own, which the service decides by; the gateway itself has no rights
 */
public record Caller(RequestId requestId, AccessToken accessToken) {}
