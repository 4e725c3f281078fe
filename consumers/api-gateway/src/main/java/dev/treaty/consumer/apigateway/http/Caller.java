package dev.treaty.consumer.apigateway.http;

/**
 * For whom the gateway calls a service.
 *
 * @param requestId of the request that the gateway is answering
 * @param accessToken the caller's own, which the service decides by; the gateway has no rights of its own
 */
public record Caller(RequestId requestId, AccessToken accessToken) {}
