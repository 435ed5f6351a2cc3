package org.idiome.report.html;

/// What nobody may overlook: draft or signed, and whether the person is invented.
final class StatusBand {
  private StatusBand() {}

  static void write(Page page) {
    var html = page.html();
    html.open("aside", "class", "draft", "aria-label", page.say("page.status"));
    html.open("div").element("span", page.say("page.draft_long"));
    for (var notice : page.account().notices()) {
      html.element("span", page.say(notice.code() + ".long"));
    }
    html.open("span", "class", "tools");
    html.element("button", page.say("page.theme"), "type", "button", "id", "theme");
    html.close("span").close("div").close("aside").line();
  }
}
