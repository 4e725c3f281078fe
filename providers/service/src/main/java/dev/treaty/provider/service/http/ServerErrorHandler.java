package dev.treaty.provider.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.provider.service.problems.Problem;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Responds with a problem document (RFC 9457) where the server refuses a request before it reaches a route: malformed or oversized requests,
 * and those that arrive during shutdown. Jetty's default is an HTML page that quotes the request.
 */
final class ServerErrorHandler extends ErrorHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> TITLES = Map.of(
            HttpStatus.BAD_REQUEST_400, "The request is not valid HTTP.",
            HttpStatus.URI_TOO_LONG_414, "The request target is too long.",
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
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ExceptionHandlers.PROBLEM);
        response.getHeaders().put(RequestIds.HEADER, RequestIds.random());
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
