package org.idiome.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  private static final String HOSTILE =
      "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>]]>--><!--";

  @Test
  void escapesTextsAndValues() {
    var text = new Html().open("p", "title", HOSTILE).text(HOSTILE).close("p").end();
    assertThat(text)
        .isEqualTo(
            "<p title=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"
                + "&lt;img src=x onerror=alert(1)&gt;]]&gt;--&gt;&lt;!--\">"
                + "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"
                + "&lt;img src=x onerror=alert(1)&gt;]]&gt;--&gt;&lt;!--</p>");
  }

  @Test
  void writesNoMarkupFromAnyText() {
    Cases.check(
        "a text stays a text",
        made -> {
          var text = made.text("<>&\"'/=\u0000\u202e\u2028 ascriptonload\ud83d\ude00é", 60);
          var written = new Html().element("p", text).end();
          var inside = written.substring("<p>".length(), written.length() - "</p>".length());
          assertThat(inside).doesNotContain("<").doesNotContain(">").doesNotContain("\u202e");
        });
  }

  @Test
  void showsWhatHidesOrTurnsText() {
    assertThat(new Html().text("a\u202eb\u0000c\u200bd").end())
        .isEqualTo("a\u27e8U+202E\u27e9b\u27e8U+0000\u27e9c\u27e8U+200B\u27e9d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "style", "src", "srcset", "action", "ONLOAD", "x y"})
  void refusesAttributesThatRunOrLoad(String attribute) {
    assertThatThrownBy(() -> new Html().open("p", attribute, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org", "javascript:alert(1)", "//x", "#a b", "x", ""})
  void linksToThePageAlone(String address) {
    assertThatThrownBy(() -> new Html().open("a", "href", address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesElementsThatDoNotNest() {
    var html = new Html().open("p").open("b");
    assertThatThrownBy(() -> html.close("p")).hasMessageContaining("</p> inside <b>");
    assertThatThrownBy(() -> new Html().open("p").end()).hasMessageContaining("open");
    assertThatThrownBy(() -> new Html().open("script")).hasMessageContaining("script");
  }

  @Test
  void refusesAnAssetThatHoldsMarkup() {
    assertThatThrownBy(() -> new Html().asset("style", "a{}</style>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
