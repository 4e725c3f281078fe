package dev.treaty.pacts.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @Test
    void texts_and_values_are_escaped() {
        var html = new Html().element("p", "<script>'&\"", "title", "\"><script>");

        assertThat(html).hasToString("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;script&gt;&#39;&amp;&quot;</p>");
    }

    @Test
    void control_characters_are_shown_as_what_cannot_be_shown() {
        assertThat(new Html().text("a\u0000b\u001B[31m\nc")).hasToString("a\uFFFDb\uFFFD[31m\nc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", " javascript:x", "JAVASCRIPT:x"})
    void a_link_leads_only_where_a_page_may_lead(String address) {
        assertThatThrownBy(() -> new Html().link(address, "here"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "ONLOAD", "style", "a=b", "x y"})
    void an_attribute_that_the_content_security_policy_forbids_is_refused(String name) {
        assertThatThrownBy(() -> new Html().element("p", "", name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_style_sheet_is_not_escaped_and_cannot_end_its_element() {
        assertThat(new Html().style("a > b { font: \"x\" }\n")).hasToString("<style>\na > b { font: \"x\" }\n</style>");
        assertThatThrownBy(() -> new Html().style("</style><script>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_shared_style_sheet_can_stand_in_a_page_and_loads_nothing() {
        assertThat(new Html().style(StyleSheet.shared()).toString()).doesNotContain("url(", "@import");
    }

    @Test
    void an_attribute_without_a_value_is_left_out() {
        assertThat(new Html().open("input", "checked", null, "name", "a")).hasToString("<input name=\"a\">");
    }
}
