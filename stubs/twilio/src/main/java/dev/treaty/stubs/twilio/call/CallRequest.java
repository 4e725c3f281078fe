package dev.treaty.stubs.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.application.Applications;
import dev.treaty.stubs.twilio.call.CallSettings.Name;
import dev.treaty.stubs.twilio.twiml.TwimlElement;
import dev.treaty.stubs.vendor.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request says about how a call is to be made, checked. */
final class CallRequest {

    private static final Pattern KEYS = Pattern.compile("[0-9A-D*#wW]{1,32}");
    private static final Set<String> DETECTIONS = Set.of("Enable", "DetectMessageEnd");
    private static final int LONGEST_TIMEOUT = 600;
    private static final int LONGEST_TWIML = 4_000;

    private final Parameters parameters;
    private final CallSettings settings;

    private CallRequest(Parameters parameters, CallSettings settings) {
        this.parameters = parameters;
        this.settings = settings;
    }

    /** Of a request to make a call. An application precedes all URLs. */
    static CallSettings create(Exchange exchange) {
        var settings = CallSettings.none().set(Name.BASE_URL, exchange.request().baseUrl());
        var request = new CallRequest(Parameters.of(exchange), settings);
        var application = request.parameters.text("ApplicationSid").map(sid -> application(exchange, sid));
        if (application.isPresent()) {
            settings.handledBy(application.get()).setEvents(List.of(StatusCallbacks.COMPLETED));
        } else {
            request.setTwiml();
            request.setCallbacks();
        }
        if (request.settings.text(Name.URL).isEmpty()
                && request.settings.text(Name.TWIML).isEmpty()) {
            throw TwilioError.TWIML_REQUIRED.with();
        }
        request.setNumber(Name.TIMEOUT, "Timeout", LONGEST_TIMEOUT);
        request.setNumber(Name.TIME_LIMIT, "TimeLimit", Integer.MAX_VALUE);
        request.setSendDigits();
        request.setDetection();
        request.setRecording();
        return request.settings;
    }

    /** Of a request to call somebody into a conference, by TwiML of its own. */
    static CallSettings toParticipant(Exchange exchange, TwimlElement verb) {
        var settings = CallSettings.none()
                .set(Name.BASE_URL, exchange.request().baseUrl())
                .set(Name.TWIML, "<Response>" + verb.toXml() + "</Response>");
        var request = new CallRequest(Parameters.of(exchange), settings);
        request.setCallbacks();
        request.setNumber(Name.TIMEOUT, "Timeout", LONGEST_TIMEOUT);
        request.setNumber(Name.TIME_LIMIT, "TimeLimit", Integer.MAX_VALUE);
        request.setRecording();
        return settings;
    }

    private static ObjectNode application(Exchange exchange, String sid) {
        return Applications.find(exchange.world(), AccountCredentials.accountSid(exchange), sid)
                .orElseThrow(() -> TwilioError.INVALID_APPLICATION.with(sid));
    }

    /** Of a request to change a call: sets what it says in its settings. */
    static void update(Parameters parameters, CallSettings settings) {
        var request = new CallRequest(parameters, settings);
        if (redirects(parameters)) {
            settings.set(Name.URL, "").set(Name.TWIML, "").set(Name.METHOD, "POST");
            request.setTwiml();
        }
        if (parameters.has("StatusCallback")) {
            request.setCallbacks();
        }
    }

    /** Whether a request to change a call has other TwiML for it. */
    static boolean redirects(Parameters parameters) {
        return parameters.text("Url").isPresent() || parameters.text("Twiml").isPresent();
    }

    /** A URL precedes TwiML. */
    private void setTwiml() {
        setUrl(Name.URL, "Url");
        setMethod(Name.METHOD, "Method");
        setUrl(Name.FALLBACK_URL, "FallbackUrl");
        setMethod(Name.FALLBACK_METHOD, "FallbackMethod");
        if (parameters.textOrEmpty("Twiml").length() > LONGEST_TWIML) {
            throw TwilioError.INVALID_PARAMETER.with("Twiml is longer than %d characters".formatted(LONGEST_TWIML));
        }
        settings.set(Name.TWIML, parameters.text("Twiml"));
    }

    private void setCallbacks() {
        var url = parameters.text("StatusCallback");
        if (url.isPresent() && !Callbacks.isUrl(url.get())) {
            throw TwilioError.INVALID_STATUS_CALLBACK.with(url.get());
        }
        settings.set(Name.STATUS_CALLBACK, url);
        setMethod(Name.STATUS_CALLBACK_METHOD, "StatusCallbackMethod");
        var events = parameters.all("StatusCallbackEvent");
        settings.setEvents(events.isEmpty() ? List.of(StatusCallbacks.COMPLETED) : events);
    }

    private void setSendDigits() {
        var digits = parameters.text("SendDigits");
        if (digits.isPresent() && !KEYS.matcher(digits.get()).matches()) {
            throw TwilioError.INVALID_SEND_DIGITS.with(digits.get());
        }
        settings.set(Name.SEND_DIGITS, digits);
    }

    private void setDetection() {
        var detection = parameters.text("MachineDetection");
        if (detection.isPresent() && !DETECTIONS.contains(detection.get())) {
            throw TwilioError.INVALID_PARAMETER.with("MachineDetection must be Enable or DetectMessageEnd");
        }
        settings.set(Name.MACHINE_DETECTION, detection);
        settings.set(Name.ASYNC_AMD, parameters.text("AsyncAmd"));
        setUrl(Name.ASYNC_AMD_CALLBACK, "AsyncAmdStatusCallback");
        setMethod(Name.ASYNC_AMD_CALLBACK_METHOD, "AsyncAmdStatusCallbackMethod");
    }

    private void setRecording() {
        settings.set(Name.RECORD, parameters.text("Record"));
        settings.set(Name.RECORDING_CHANNELS, parameters.text("RecordingChannels"));
        setUrl(Name.RECORDING_CALLBACK, "RecordingStatusCallback");
        setMethod(Name.RECORDING_CALLBACK_METHOD, "RecordingStatusCallbackMethod");
        settings.set(
                Name.RECORDING_EVENTS,
                Optional.of(String.join(" ", parameters.all("RecordingStatusCallbackEvent")))
                        .filter(events -> !events.isEmpty()));
    }

    private void setUrl(Name name, String parameter) {
        var url = parameters.text(parameter);
        if (url.isPresent() && !Callbacks.isUrl(url.get())) {
            throw TwilioError.INVALID_TWIML_URL.with(parameter, url.get());
        }
        settings.set(name, url);
    }

    private void setMethod(Name name, String parameter) {
        var method = parameters.text(parameter);
        method.ifPresent(text -> settings.set(
                name,
                Parameters.method(text).orElseThrow(() -> TwilioError.INVALID_CALL_METHOD.with(parameter, text))));
    }

    private void setNumber(Name name, String parameter, int greatest) {
        parameters.text(parameter).ifPresent(text -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > greatest) {
                throw TwilioError.INVALID_TIMEOUT.with(parameter, text);
            }
            settings.set(name, text);
        });
    }
}
