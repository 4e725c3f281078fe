package dev.treaty.stubs.twilio.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlReaderTest {

    private static final String URL = "http://127.0.0.1/voice";

    @Test
    void what_the_sdk_writes_is_read_with_its_nested_verbs() {
        var twiml = new VoiceResponse.Builder()
                .gather(new Gather.Builder()
                        .numDigits(1)
                        .action("/menu")
                        .say(new Say.Builder("Press 1 & wait").build())
                        .pause(new Pause.Builder().length(2).build())
                        .build())
                .say(new Say.Builder("Goodbye").build())
                .build()
                .toXml();

        var document = document(TwimlReader.VOICE.read(twiml));

        assertThat(document.warnings()).isEmpty();
        assertThat(document.verbs()).extracting(TwimlElement::name).containsExactly("Gather", "Say");
        var gather = document.verbs().get(0);
        assertThat(gather.attributes()).isEqualTo(Map.of("numDigits", "1", "action", "/menu"));
        assertThat(gather.children()).extracting(TwimlElement::text).containsExactly("Press 1 & wait", "");
        assertThat(gather.children().get(1).number("length", 1)).isEqualTo(2);
        assertThat(TwimlElement.fromJson(gather.toJson())).isEqualTo(gather);
    }

    @Test
    void the_text_of_nested_markup_is_said_as_well() {
        var document = document(
                TwimlReader.VOICE.read(
                        "<Response><Say>Your <emphasis level=\"strong\">code</emphasis> is\n  <say-as interpret-as=\"digits\">42</say-as></Say></Response>"));

        assertThat(document.verbs().get(0).text()).isEqualTo("Your code is 42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Response [<!ENTITY x \"y\">]><Response><Say>&x;</Say></Response>",
                "<!DOCTYPE Response SYSTEM \"http://127.0.0.1:1/x.dtd\"><Response/>",
                "<!DOCTYPE Response [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Response><Say>&x;</Say></Response>",
                "<Response><Say>&undeclared;</Say></Response>",
                "<Response><Say>never closed</Response>",
                "<Response/><Response/>",
                "not XML",
                "",
            })
    void document_types_entities_and_broken_xml_are_refused(String twiml) {
        assertThat(problem(TwimlReader.VOICE.read(twiml)).code()).isEqualTo(12100);
    }

    @Test
    void elements_nested_too_deep_are_refused() {
        var twiml = "<Response>" + "<Say>".repeat(30) + "</Say>".repeat(30) + "</Response>";

        assertThat(problem(TwimlReader.VOICE.read(twiml)))
                .isEqualTo(new TwimlProblem(12100, "Document parse failure: elements are nested more than 20 deep"));
    }

    @Test
    void another_root_element_is_refused() {
        assertThat(problem(TwimlReader.VOICE.read("<Say>Hello</Say>")))
                .isEqualTo(new TwimlProblem(12102, "Invalid root element \"Say\": the root element must be Response"));
    }

    @Test
    void a_document_of_more_than_64_kilobytes_is_refused() {
        assertThat(problem(TwimlReader.VOICE.read("<Response>" + " ".repeat(65_536) + "</Response>"))
                        .code())
                .isEqualTo(11750);
    }

    @Test
    void unknown_elements_and_attributes_are_warned_about_and_left_out() {
        var document = document(TwimlReader.VOICE.read(
                "<Response><Speak>Hello</Speak><Say volume=\"9\">Hi</Say><Gather><Dial>1</Dial></Gather></Response>"));

        assertThat(document.verbs()).extracting(TwimlElement::name).containsExactly("Say", "Gather");
        assertThat(document.verbs().get(1).children()).isEmpty();
        assertThat(document.warnings()).extracting(TwimlProblem::code).containsOnly(12200);
        assertThat(document.warnings())
                .extracting(TwimlProblem::message)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .startsWith(
                                        "Schema validation warning: Invalid content was found starting with element 'Speak'. One of '{Connect, Dial,"),
                        message -> assertThat(message)
                                .isEqualTo(
                                        "Schema validation warning: Attribute 'volume' is not allowed to appear in element 'Say'."),
                        message -> assertThat(message)
                                .isEqualTo(
                                        "Schema validation warning: Invalid content was found starting with element 'Dial'. One of '{Pause, Play, Say}' is expected."));
    }

    @Test
    void text_is_said_to_a_call_and_sent_to_a_message() {
        var text = "Grüße\n";

        var voice = document(TwimlReader.VOICE.read("text/plain; charset=utf-8", text, URL));
        var messaging = document(TwimlReader.MESSAGING.read("text/plain; charset=utf-8", text, URL));

        assertThat(voice.verbs()).isEqualTo(List.of(TwimlElement.of("Say", "Grüße")));
        assertThat(messaging.verbs()).isEqualTo(List.of(TwimlElement.of("Message", "Grüße")));
    }

    @Test
    void audio_is_played() {
        var document = document(TwimlReader.VOICE.read("audio/mpeg", "ID3", URL));

        assertThat(document.verbs()).isEqualTo(List.of(TwimlElement.of("Play", URL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "image/png", ""})
    void another_content_type_is_refused(String contentType) {
        assertThat(problem(TwimlReader.VOICE.read(contentType, "<Response/>", URL)))
                .isEqualTo(new TwimlProblem(12300, "Invalid Content-Type: \"" + contentType + "\" supplied"));
    }

    private static TwimlResult.Document document(TwimlResult result) {
        assertThat(result).isInstanceOf(TwimlResult.Document.class);
        return (TwimlResult.Document) result;
    }

    private static TwimlProblem problem(TwimlResult result) {
        assertThat(result).isInstanceOf(TwimlResult.Failed.class);
        return ((TwimlResult.Failed) result).problem();
    }
}
