package dev.treaty.stubs.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void a_short_list_is_one_page() {
        assertThat(Page.of(entries(2), 1, "contract")).isEqualTo("1\n2\n\n2 contracts.\n");
        assertThat(Page.of(List.of(), 1, "contract")).isEqualTo("There is no contract.\n");
    }

    @Test
    void a_long_list_says_how_much_is_left() {
        assertThat(Page.of(entries(90), 1, "contract"))
                .startsWith("1\n2\n")
                .endsWith("40\n\n1 to 40 of 90 contracts; 50 more from page 2 on.\n");
        assertThat(Page.of(entries(90), 3, "contract"))
                .isEqualTo(lines(81, 90) + "\n81 to 90 of 90 contracts, the last page.\n");
    }

    @Test
    void a_page_beyond_the_end_is_told() {
        assertThat(Page.of(entries(90), 4, "contract")).isEqualTo("There is no page 4: 90 contracts, 40 on a page.\n");
        assertThat(Page.of(entries(90), 1_000_000, "contract")).startsWith("There is no page 1000000");
    }

    private static List<String> entries(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> i + "\n").toList();
    }

    private static String lines(int from, int to) {
        return String.join("", entries(to).subList(from - 1, to));
    }
}
