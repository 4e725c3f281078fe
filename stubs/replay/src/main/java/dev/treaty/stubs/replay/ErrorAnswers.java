package dev.treaty.stubs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.diff.DiffEventData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiremock.jakarta.servlet.RequestDispatcher;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/** Answers what went wrong with a problem document: {@link NotMatched}'s if no contract matches, and never a stack trace. */
final class ErrorAnswers extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.error("{} {} failed", request.getMethod(), base.getHttpURI().getPath(), failure);
        }
        var told = toldByWireMock(request);
        told.ifPresent(problem -> response.setStatus(problem.getStatus()));
        var text = told.map(DiffEventData::getReport)
                .orElseGet(() -> Problem.ofStatus(response.getStatus()).toJson());
        var bytes = text.getBytes(UTF_8);
        response.setContentType(told.map(DiffEventData::getContentType).orElse(Problem.MEDIA_TYPE));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** For what is no HTTP at all; then there is no request that anybody could handle. */
    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return ByteBuffer.wrap(Problem.ofStatus(status).toJson().getBytes(UTF_8));
    }

    private static Optional<DiffEventData> toldByWireMock(HttpServletRequest request) {
        return request.getAttribute(ServeEvent.ORIGINAL_SERVE_EVENT_KEY) instanceof ServeEvent event
                ? event.getDiffSubEvent().map(difference -> difference.getDataAs(DiffEventData.class))
                : Optional.empty();
    }
}
