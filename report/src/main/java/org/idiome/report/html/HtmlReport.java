package org.idiome.report.html;

import java.util.ArrayList;
import java.util.List;
import org.idiome.profile.Interpretation.Interpreted;
import org.idiome.report.Account;
import org.idiome.report.markup.Html;
import org.idiome.report.words.Words;

/// The report of a run as one file.
public final class HtmlReport {
  private HtmlReport() {}

  /// A part of the page: left out where it has nothing to say.
  interface Section {
    /// Its place on the page.
    String id();

    /// Code of its heading.
    String title();

    /// What stands beside its name in the contents; may be empty.
    String count();

    /// Whether there is nothing to say.
    boolean isEmpty();

    /// Whether a line parts it from the one before in the contents.
    boolean startsGroup();

    /// Writes it.
    void write();
  }

  /// The page; same run and options, same text.
  public static String page(Interpreted interpreted, ReportOptions options) {
    var account = Account.of(interpreted);
    var page = new Page(account, options);
    var sections = sections(page);
    var html = page.html();
    html.doctype().open("html", "lang", "en");
    head(page);
    html.open("body");
    Symbols.write(html);
    html.element("a", page.say("page.skip"), "class", "skip", "href", "#now");
    StatusBand.write(page);
    html.open("div", "class", "page");
    contents(page, sections);
    html.open("main");
    HeaderSection.write(page);
    sections.forEach(Section::write);
    new GlossarySection(page, html.length()).write();
    footer(page);
    html.close("main").close("div");
    html.asset("script", new Stylesheet(sheetNote(page)).script());
    html.close("body").close("html").line();
    return html.end();
  }

  private static List<Section> sections(Page page) {
    var all =
        List.<Section>of(
            new NowSection(page),
            new CourseSection(page),
            new FindingsSection(page),
            new MedicinesSection(page),
            new OutsideSection(page),
            new KnownSection(page),
            new GapsSection(page),
            new ProvenanceSection(page));
    var shown = new ArrayList<>(all);
    shown.removeIf(Section::isEmpty);
    return shown;
  }

  private static void head(Page page) {
    var html = page.html();
    var sheet = new Stylesheet(sheetNote(page));
    html.open("head").open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width,initial-scale=1");
    html.element("title", title(page));
    html.open("meta", "http-equiv", "Content-Security-Policy", "content", sheet.policy());
    html.open("meta", "name", "robots", "content", "noindex");
    html.open("meta", "name", "referrer", "content", "no-referrer");
    html.open("link", "rel", "icon", "href", "data:,");
    html.line().asset("style", sheet.style()).close("head");
  }

  private static String title(Page page) {
    return page.account().run().individual().id() + ", " + page.say("page.title") + " · Idiome";
  }

  private static String sheetNote(Page page) {
    var parts = new ArrayList<String>();
    parts.add(page.account().run().individual().id());
    parts.add(page.say("page.draft"));
    page.account().notices().forEach(notice -> parts.add(page.say(notice.code())));
    return String.join("   ", parts);
  }

  private static void contents(Page page, List<Section> sections) {
    var html = page.html();
    html.open("nav", "class", "toc", "aria-label", page.say("page.contents"));
    html.open("div", "class", "mark");
    html.open("svg", "viewBox", "0 0 20 20", "aria-hidden", "true");
    bar(html, "b1", "2", "18");
    bar(html, "b2", "8.3", "12");
    bar(html, "b3", "14.6", "15");
    html.close("svg").text("Idiome").close("div").open("ol");
    for (var section : sections) {
      item(html, section.id(), page.say(section.title()), section.count(), section.startsGroup());
    }
    item(html, "gloss", page.say("gloss.title"), "", true);
    html.close("ol").close("nav");
  }

  private static void bar(Html html, String style, String y, String width) {
    html.open("rect", "class", style, "x", "1", "y", y, "width", width, "height", "3.4", "rx", "1")
        .close("rect");
  }

  private static void item(Html html, String id, String name, String count, boolean startsGroup) {
    html.open("li", "class", startsGroup ? "gap" : "");
    html.open("a", "href", "#" + id).text(Words.capital(name));
    if (!count.isEmpty()) {
      html.element("span", count);
    }
    html.close("a").close("li");
  }

  private static void footer(Page page) {
    page.html().line().open("footer");
    page.html().element("p", page.say("page.limits"));
    page.html().close("footer");
  }
}
