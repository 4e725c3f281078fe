package dev.treaty.stubs.http.response;

import dev.treaty.stubs.matching.request.RawRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiremock.jakarta.servlet.RequestDispatcher;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/** Reports Jetty's own errors like all others, never as a stack trace. */
public final class ProblemErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    /** What is refused on this thread before there is a request to handle. */
    private static final ThreadLocal<@Nullable Unread> REFUSED = new ThreadLocal<>();

    private record Unread(Request request, RawRequest read) {}

    private final ErrorResponses errors;

    /** Reports errors in this way. */
    public ProblemErrorHandler(ErrorResponses errors) {
        this.errors = errors;
    }

    /**
     * Refuses what cannot be read to the end.
     *
     * @param read what was read of it
     */
    public static void whileRefusing(Request request, RawRequest read, Runnable refuse) {
        REFUSED.set(new Unread(request, read));
        try {
            refuse.run();
        } finally {
            REFUSED.remove();
        }
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof Throwable cause && !(failure instanceof BadMessageException)) {
            LOG.error("{} {} failed", request.getMethod(), base.getHttpURI().getPath(), cause);
        }
        var problem = failure instanceof RefusedRequest refused
                ? refused.problem()
                : HttpProblem.ofStatus(response.getStatus());
        CachedResponse.of(errors.of(base, problem)).write(base.getResponse());
    }

    /** For bytes that are not HTTP at all, so that there is no request to handle. */
    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        var problem = HttpProblem.ofStatus(status);
        var refused = REFUSED.get();
        var response = refused == null ? problem.toResponse() : errors.of(refused.request(), refused.read(), problem);
        response.headers().forEach(fields::put);
        return ByteBuffer.wrap(response.body());
    }
}
