package dev.treaty.provider.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers with a problem document (RFC 9457), too, what the server refuses before a route could: what is no HTTP, what is too
 * long, and whatever comes while it stops. Jetty by itself answers with HTML, and with what it was sent.
 */
final class ServerRefusals extends ErrorHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> TITLES = Map.of(
            HttpStatus.BAD_REQUEST_400, "The request is no HTTP request.",
            HttpStatus.URI_TOO_LONG_414, "The address of the request is too long.",
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, "The header fields are too large.",
            HttpStatus.SERVICE_UNAVAILABLE_503, "The service is stopping.");

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        var title = TITLES.getOrDefault(status, HttpStatus.getMessage(status));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Refusals.PROBLEM);
        response.getHeaders().put(RequestIds.HEADER, UUID.randomUUID().toString());
        response.write(true, ByteBuffer.wrap(document(new Problem(status, "http-" + status, title))), callback);
    }

    private static byte[] document(Problem problem) {
        try {
            return JSON.writeValueAsBytes(problem.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are JSON", e);
        }
    }
}
