package org.idiome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.report.SampleFindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/// What PAGES section 9 asks of a page, as far as it can be seen without a browser.
class AccessibilityTest {
  private static final String TEXT =
      HtmlReport.page(
          SampleFindings.interpreted(), new ReportOptions("idiome interpret sample", null));
  private static final ParsedPage PAGE = ParsedPage.of(TEXT);
  private static final String STYLE = new Stylesheet("x").style();

  @Test
  void hasLandmarksALanguageAndATitle() {
    assertThat(PAGE.root().getAttribute("lang")).isEqualTo("en");
    assertThat(PAGE.all("title")).hasSize(1);
    assertThat(ParsedPage.text(PAGE.all("title").getFirst())).startsWith("sample-01");
    assertThat(PAGE.all("main")).hasSize(1);
    assertThat(PAGE.all("footer")).hasSize(1);
    for (var landmark : List.of("nav", "aside")) {
      assertThat(PAGE.all(landmark)).isNotEmpty().allMatch(one -> one.hasAttribute("aria-label"));
    }
    assertThat(PAGE.all("section")).allMatch(one -> one.hasAttribute("aria-labelledby"));
  }

  @Test
  void hasOneH1AndHeadingsInOrder() {
    assertThat(PAGE.all("h1")).hasSize(1);
    int level = 0;
    for (var element : PAGE.all("*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertThat(next).as(ParsedPage.text(element)).isLessThanOrEqualTo(level + 1);
        assertThat(ParsedPage.text(element)).isNotBlank();
        level = next;
      }
    }
  }

  @Test
  void idsAreUniqueAndEveryReferenceIsThere() {
    var ids = new HashSet<String>();
    for (var element : PAGE.all("*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
    }
    for (var element : PAGE.all("*")) {
      var address = element.getAttribute("href");
      if (address.startsWith("#")) {
        assertThat(ids).contains(address.substring(1));
      }
      if (element.hasAttribute("aria-labelledby")) {
        assertThat(ids).contains(element.getAttribute("aria-labelledby"));
      }
    }
  }

  @Test
  void theFirstLinkSkipsToWhatMatters() {
    var first = PAGE.all("a").getFirst();
    assertThat(first.getAttribute("class")).isEqualTo("skip");
    assertThat(first.getAttribute("href")).isEqualTo("#now");
  }

  @Test
  void everyTableHasACaptionHeadsWithScopeAndWholeRows() {
    assertThat(PAGE.all("table")).isNotEmpty();
    for (var table : PAGE.all("table")) {
      assertThat(ParsedPage.text(ParsedPage.all(table, "caption").getFirst())).isNotBlank();
      assertThat(ParsedPage.all(table, "th")).allMatch(head -> head.hasAttribute("scope"));
      var rows = ParsedPage.all(table, "tr");
      int columns = ParsedPage.children(rows.getFirst()).size();
      assertThat(rows).allMatch(row -> ParsedPage.children(row).size() == columns);
      assertThat(ParsedPage.all(table, "td")).noneMatch(cell -> isEmptyCell(cell));
    }
  }

  /// An empty cell would say one of the three states without a word.
  private static boolean isEmptyCell(Element cell) {
    return ParsedPage.text(cell).isEmpty() && !cell.getAttribute("class").equals("val");
  }

  @Test
  void everyPictureHasASentenceOrIsHidden() {
    assertThat(PAGE.all("svg"))
        .isNotEmpty()
        .allMatch(svg ->
            svg.getAttribute("aria-hidden").equals("true")
                || (svg.getAttribute("role").equals("img")
                    && svg.getAttribute("aria-label").length() > 10));
  }

  @Test
  void everyChartIsAlsoATable() {
    for (var figure : PAGE.all("figure")) {
      var section = (Element) figure.getParentNode();
      assertThat(ParsedPage.all(section, "table")).isNotEmpty();
    }
  }

  @Test
  void disclosureIsNativeAndNamed() {
    assertThat(PAGE.all("details")).isNotEmpty();
    for (var details : PAGE.all("details")) {
      var first = ParsedPage.children(details).getFirst();
      assertThat(first.getTagName()).isEqualTo("summary");
      assertThat(ParsedPage.text(first)).isNotBlank();
    }
    assertThat(PAGE.all("button"))
        .allMatch(button -> button.getAttribute("type").equals("button"))
        .allMatch(button -> !ParsedPage.text(button).isBlank());
    assertThat(PAGE.all("a")).allMatch(link -> !ParsedPage.text(link).isBlank());
  }

  @Test
  void aNameForReadersContainsTheWordsThatAreSeen() {
    for (var link : PAGE.all("a")) {
      if (link.hasAttribute("aria-label")) {
        assertThat(link.getAttribute("aria-label")).contains(ParsedPage.text(link));
      }
    }
  }

  @Test
  void whatScrollsCanBeReachedAndIsNamed() {
    for (var element : PAGE.all("div")) {
      if (element.getAttribute("class").equals("wrap")) {
        assertThat(element.getAttribute("tabindex")).isEqualTo("0");
        assertThat(element.getAttribute("role")).isEqualTo("region");
        assertThat(element.getAttribute("aria-label")).isNotBlank();
      }
    }
    assertThat(PAGE.all("pre")).allMatch(pre -> pre.getAttribute("tabindex").equals("0"));
  }

  @Test
  void listsHoldItemsAlone() {
    for (var list : PAGE.all("*")) {
      if (Set.of("ul", "ol").contains(list.getTagName())) {
        assertThat(ParsedPage.children(list)).allMatch(child -> child.getTagName().equals("li"));
      }
    }
  }

  @Test
  void asksNobodyForAnything() {
    for (var element : PAGE.all("*")) {
      for (var name : List.of("src", "srcset", "style", "onclick", "onload", "action", "data")) {
        assertThat(element.hasAttribute(name)).as(element.getTagName() + " " + name).isFalse();
      }
      var address = element.getAttribute("href");
      assertThat(address).matches("|#[A-Za-z0-9-]+|data:,");
    }
    assertThat(STYLE).doesNotContain("url(").doesNotContain("@import").doesNotContain("http");
    assertThat(new Stylesheet("x").script()).doesNotContain("http").hasSizeLessThan(5000);
    assertThat(TEXT).doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void itsPolicyLetsInItsOwnStyleAndScriptAlone() {
    var policy =
        PAGE.all("meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .findFirst()
            .orElseThrow()
            .getAttribute("content");
    assertThat(policy)
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("script-src 'sha256-")
        .doesNotContain("unsafe");
  }

  /// Everything is there and can be opened without the script: what it adds is hidden without it.
  @Test
  void needsNoScript() {
    assertThat(STYLE)
        .contains(".filters{display:none", ".draft .tools{margin-left:auto;display:none");
    for (var element : PAGE.all("*")) {
      assertThat(element.hasAttribute("hidden")).isFalse();
    }
  }

  @Test
  void targetsAreAtLeast24PixelsHigh() {
    var rules = new ArrayList<String>();
    rules.add("button{[^}]*min-height:(\\d+)px");
    rules.add("details\\.f>summary\\{[^}]*min-height:(\\d+)px");
    for (var rule : rules) {
      var matcher = Pattern.compile(rule.replace("button{", "button\\{")).matcher(STYLE);
      assertThat(matcher.find()).as(rule).isTrue();
      assertThat(Integer.parseInt(matcher.group(1))).isGreaterThanOrEqualTo(24);
    }
    // Text of 13 px and more on 1.35 lines, with this padding above and below.
    assertThat(STYLE)
        .contains("nav.toc a{display:flex;justify-content:space-between;gap:8px;padding:5px 0");
    assertThat(STYLE).contains(".card .foot a{padding:5px 2px}");
  }

  @Test
  void regardsReducedMotionForcedColoursAndPrint() {
    assertThat(STYLE)
        .contains("prefers-reduced-motion:no-preference")
        .contains("forced-colors:active")
        .contains("@media print")
        .contains("prefers-color-scheme:dark")
        .contains(":focus-visible{outline:2px solid")
        .doesNotContain("outline:none")
        .doesNotContain("animation");
  }

  @ParameterizedTest(name = "{0} on {1}: at least {2}")
  @CsvSource({
    "ink, paper, 4.5",
    "ink2, paper, 4.5",
    "ink3, paper, 4.5",
    "accent, paper, 4.5",
    "act, paper, 4.5",
    "warn, paper, 4.5",
    "excl, paper, 4.5",
    "na, paper, 4.5",
    "ink, card, 4.5",
    "ink2, card, 4.5",
    "ink3, card, 4.5",
    "accent, card, 4.5",
    "act, card, 4.5",
    "na, card, 4.5",
    "ink, h1, 4.5",
    "ink, h2, 4.5",
    "ink, h3, 4.5",
    "on4, h4, 4.5",
    "ink, band, 4.5",
    "ink3, band, 4.5",
    "ink, warn-t, 4.5",
    "ink3, na-t, 4.5",
    "ink3, after, 4.5",
    "fill1, paper, 3.0",
    "accent, after, 3.0",
    "paper, ink, 4.5"
  })
  void contrastHoldsInLightAndDark(String text, String ground, double least) {
    for (var tokens : List.of(Contrast.light(STYLE), Contrast.dark(STYLE))) {
      assertThat(Contrast.ratio(tokens, text, ground)).isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void theTwoWaysToDarkAreTheSame() {
    assertThat(Contrast.dark(STYLE)).isEqualTo(Contrast.darkByChoice(STYLE));
  }
}
