package dev.treaty.stubs.vendor.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTreeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a=1&b=                                    | {"a":"1","b":""}
            a=1&a=2                                   | {"a":"2"}
            a[b][c]=x&a[b][d]=y                       | {"a":{"b":{"c":"x","d":"y"}}}
            a[b][]=x&a[b][]=y                         | {"a":{"b":["x","y"]}}
            expand[]=                                 | {"expand":[""]}
            expand[0]=a&expand[1]=b                   | {"expand":["a","b"]}
            expand[1]=b&expand[0]=a                   | {"expand":["a","b"]}
            items[0][price]=a&items[1][price]=b       | {"items":[{"price":"a"},{"price":"b"}]}
            items[][price]=a&items[][price]=b         | {"items":[{"price":"a"},{"price":"b"}]}
            items[][a]=1&items[][b]=2&items[][a]=3    | {"items":[{"a":"1","b":"2"},{"a":"3"}]}
            items[][p][q]=1&items[][p][r]=2           | {"items":[{"p":{"q":"1","r":"2"}}]}
            items[][tags][]=a&items[][tags][]=b       | {"items":[{"tags":["a","b"]}]}
            a=1&a[b]=2                                | {"a":{"b":"2"}}
            a[b]=2&a=1                                | {"a":"1"}
            a[b=1&[c]=2&]=3                           | {"a[b":"1","[c]":"2","]":"3"}
            a%5Bb%5D=%26+%3D&%zz=%zz                  | {"a":{"b":"& ="},"%zz":"%zz"}
            """)
    void names_with_brackets_become_a_tree(String form, String tree) {
        assertThat(FormTree.parse(form)).hasToString(tree);
    }

    @Test
    void a_tree_of_grouped_parameters_has_one_element_for_each_repetition() {
        assertThat(FormTree.of(FormParameters.parse("i[][p]=a&i[][q]=1&i[][p]=b&i[][q]=2")))
                .hasToString("{\"i\":[{\"p\":\"a\",\"q\":\"1\"},{\"p\":\"b\",\"q\":\"2\"}]}");
    }

    @Test
    void a_name_that_is_nested_too_deep_is_not_taken_apart() {
        var name = "a" + "[b]".repeat(100_000);

        assertThat(FormTree.parse(name + "=1").path(name).asText()).isEqualTo("1");
    }
}
