package dev.treaty.stubs.twilio.twiml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which elements TwiML has, and where. Twilio only warns about what does not conform, and ignores it: error 12200.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/12200">Twilio, error 12200</a>
 */
final class TwimlSchema {

    private static final int WARNING = 12200;

    /** Element, its attributes, the elements in it; {@code *} for any. */
    private static final Map<String, Rule> RULES = rules("""
            Say       | voice loop language | *
            Play      | loop digits |
            Pause     | length |
            Gather    | action method timeout finishOnKey numDigits input actionOnEmptyResult language hints speechTimeout maxSpeechTime partialResultCallback partialResultCallbackMethod profanityFilter bargeIn debug enhanced speechModel | Say Play Pause
            Dial      | action method timeout hangupOnStar timeLimit callerId record trim recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent answerOnBridge ringTone recordingTrack sequential referUrl referMethod events | Number Client Sip Conference Queue Sim Application WhatsApp
            Number    | sendDigits url method statusCallback statusCallbackEvent statusCallbackMethod byoc machineDetection amdStatusCallback amdStatusCallbackMethod machineDetectionTimeout machineDetectionSpeechThreshold machineDetectionSpeechEndThreshold machineDetectionSilenceTimeout |
            Client    | url method statusCallback statusCallbackEvent statusCallbackMethod | Identity Parameter
            Sip       | username password url method statusCallback statusCallbackEvent statusCallbackMethod machineDetection amdStatusCallback amdStatusCallbackMethod |
            Conference | muted beep startConferenceOnEnter endConferenceOnExit waitUrl waitMethod maxParticipants record region coach trim statusCallback statusCallbackEvent statusCallbackMethod recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent eventCallbackUrl jitterBufferSize participantLabel |
            Queue     | url method reservationSid postWorkActivitySid |
            Record    | action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent transcribe transcribeCallback |
            Redirect  | method |
            Hangup    | | Parameter
            Reject    | reason | Parameter
            Enqueue   | action method maxQueueSize waitUrl waitUrlMethod workflowSid | Task
            Leave     | |
            Sms       | to from action method statusCallback |
            Message   | to from action method statusCallback | Body Media
            Connect   | * | *
            Start     | * | *
            Stop      | * | *
            Pay       | * | *
            Prompt    | * | *
            Refer     | * | *
            Echo      | |
            """);

    static final TwimlSchema VOICE = new TwimlSchema(
            "Say Play Pause Gather Dial Record Redirect Hangup Reject Enqueue Leave Sms Message Connect Start Stop Pay Prompt Refer Echo");

    static final TwimlSchema MESSAGING = new TwimlSchema("Message Redirect Sms");

    private final Rule response;

    private TwimlSchema(String verbs) {
        response = new Rule(Set.of(), words(verbs));
    }

    private static Map<String, Rule> rules(String table) {
        var rules = new LinkedHashMap<String, Rule>();
        for (var line : table.lines().toList()) {
            var columns = line.split("\\|", -1);
            rules.put(columns[0].strip(), new Rule(words(columns[1]), words(columns[2])));
        }
        return rules;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    TwimlResult check(TwimlElement root) {
        var warnings = new ArrayList<TwimlProblem>();
        var checked = check(root, response, warnings);
        return new TwimlResult.Document(checked.children(), warnings);
    }

    private static TwimlElement check(TwimlElement element, Rule rule, List<TwimlProblem> warnings) {
        if (!rule.elements.contains("*")) {
            return new TwimlElement(
                    element.name(), element.attributes(), element.text(), known(element, rule, warnings));
        }
        return element;
    }

    private static List<TwimlElement> known(TwimlElement parent, Rule rule, List<TwimlProblem> warnings) {
        var known = new ArrayList<TwimlElement>();
        for (var child : parent.children()) {
            if (rule.elements.contains(child.name())) {
                var own = RULES.getOrDefault(child.name(), Rule.ANYTHING);
                checkAttributes(child, own, warnings);
                known.add(check(child, own, warnings));
            } else {
                warnings.add(new TwimlProblem(
                        WARNING,
                        "Schema validation warning: Invalid content was found starting with element '%s'. One of '{%s}' is expected."
                                .formatted(child.name(), String.join(", ", rule.elements))));
            }
        }
        return known;
    }

    private static void checkAttributes(TwimlElement element, Rule rule, List<TwimlProblem> warnings) {
        for (var attribute : new TreeSet<>(element.attributes().keySet())) {
            var declares = attribute.startsWith("xml") || rule.attributes.contains("*");
            if (!declares && !rule.attributes.contains(attribute)) {
                warnings.add(new TwimlProblem(
                        WARNING,
                        "Schema validation warning: Attribute '%s' is not allowed to appear in element '%s'."
                                .formatted(attribute, element.name())));
            }
        }
    }

    /** What an element may have. */
    private record Rule(Set<String> attributes, Set<String> elements) {

        static final Rule ANYTHING = new Rule(Set.of("*"), Set.of("*"));
    }
}
