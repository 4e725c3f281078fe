package dev.treaty.stubs.twilio.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.twiml.TwimlProblem;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.net.URLEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong in calls, as Twilio's debugger and its Notifications resource show it; in the log as well.
 *
 * @see <a href="https://www.twilio.com/docs/usage/api/notification-deprecated">Twilio, notifications</a>
 */
final class CallNotifications {

    static final ObjectKind KIND = ResourceTable.kind("notification", "call_sid");

    private static final Logger LOG = LoggerFactory.getLogger(CallNotifications.class);
    private static final String ERROR = "0";
    private static final String WARNING = "1";

    private CallNotifications() {}

    /** Something without which the call could not go on. */
    static void error(CallSession session, TwimlProblem problem) {
        add(session, problem, ERROR);
        LOG.warn(
                "{}\n  where: call {}, error {} of Twilio\n  fix:   see https://www.twilio.com/docs/api/errors/{}",
                problem.message(),
                session.call().sid(),
                problem.code(),
                problem.code());
    }

    /** Something that was ignored. */
    static void warning(CallSession session, TwimlProblem problem) {
        add(session, problem, WARNING);
    }

    private static void add(CallSession session, TwimlProblem problem, String level) {
        var call = session.call();
        var sid = Sid.random("NO");
        var now = TwilioDates.rfc2822(session.now());
        var url = session.flow().url();
        session.transcribe(
                level.equals(ERROR) ? "error" : "warning",
                Json.object().put("code", problem.code()).put("text", problem.message()));
        ResourceTable.of(session.world(), KIND)
                .put(Json.object()
                        .put("account_sid", call.accountSid())
                        .put("api_version", Call.API_VERSION)
                        .put("call_sid", call.sid())
                        .put("date_created", now)
                        .put("date_updated", now)
                        .put("error_code", String.valueOf(problem.code()))
                        .put("log", level)
                        .put("message_date", now)
                        .put("message_text", text(problem, level, url))
                        .put("more_info", "https://www.twilio.com/docs/errors/" + problem.code())
                        .put("request_method", (String) null)
                        .put("request_url", url)
                        .put("sid", sid)
                        .put(
                                "uri",
                                "/%s/Accounts/%s/Calls/%s/Notifications/%s.json"
                                        .formatted(Call.API_VERSION, call.accountSid(), call.sid(), sid)));
    }

    private static String text(TwimlProblem problem, String level, String url) {
        return "sourceComponent=12000&ErrorCode=%d&LogLevel=%s&Msg=%s&url=%s"
                .formatted(
                        problem.code(),
                        level.equals(ERROR) ? "ERROR" : "WARN",
                        URLEncoder.encode(problem.message(), UTF_8),
                        URLEncoder.encode(url, UTF_8));
    }

    /** A notification with what only its own resource shows. */
    static ObjectNode whole(ObjectNode notification) {
        return notification
                .deepCopy()
                .put("request_variables", "")
                .put("response_body", "")
                .put("response_headers", "");
    }
}
