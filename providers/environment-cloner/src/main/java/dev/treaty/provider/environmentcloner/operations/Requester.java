package dev.treaty.provider.environmentcloner.operations;

/** Who asks for something: the id of a user, as access tokens have it. */
public record Requester(String id) {}
