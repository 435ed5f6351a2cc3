package org.idiome.report.html;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.observation.Statement;
import org.idiome.report.FindingWords;
import org.idiome.report.Medicines;
import org.idiome.report.words.Words;

/// Medicines taken, then those considered, each with what the genes say and what to do.
final class MedicinesSection implements HtmlReport.Section {
  private final Page page;
  private final List<Medicines.Medicine> medicines;

  MedicinesSection(Page page) {
    this.page = page;
    this.medicines = page.account().medicines();
  }

  @Override
  public String id() {
    return "medicines";
  }

  @Override
  public String title() {
    return "medicines.title";
  }

  @Override
  public String count() {
    return Integer.toString(medicines.size());
  }

  @Override
  public boolean isEmpty() {
    return medicines.isEmpty();
  }

  @Override
  public boolean startsGroup() {
    return false;
  }

  @Override
  public void write() {
    page.openSection(id(), title(), lead());
    var html = page.html();
    page.openTable(
        "meds stack",
        page.say("medicines.caption"),
        false,
        page.say("medicines.medicine"),
        page.say("medicines.gene"),
        page.say("medicines.todo"));
    medicines.forEach(this::row);
    page.closeTable();
    if (page.account().otherDrugs() > 0) {
      var others = Details.NONE.count("count", page.account().otherDrugs());
      html.element("p", page.say("medicines.others", others), "class", "note");
    }
    html.open("p", "class", "note");
    page.state("na", page.say("medicines.not_checked.short"));
    html.text(" " + page.say("medicines.not_checked")).close("p");
    page.closeSection();
  }

  private String lead() {
    var parts = new ArrayList<String>();
    add(parts, "medicines.lead.taken", count(Medicines.Status.TAKEN));
    add(parts, "medicines.lead.end_not_stated", count(Medicines.Status.END_NOT_STATED));
    add(parts, "medicines.lead.ended", count(Medicines.Status.ENDED));
    add(parts, "medicines.lead.not_recorded", count(Medicines.Status.NOT_RECORDED));
    var list = Details.NONE.text("list", page.words().join(parts, "plain"));
    return Words.capital(page.say("medicines.lead", list));
  }

  private void add(List<String> parts, String code, long count) {
    if (count > 0) {
      parts.add(page.say(code, Details.NONE.count("count", count)));
    }
  }

  private long count(Medicines.Status status) {
    return medicines.stream().filter(one -> one.status() == status).count();
  }

  private void row(Medicines.Medicine medicine) {
    var html = page.html();
    html.open("tr").open("th", "scope", "row").text(medicine.name());
    switch (medicine.status()) {
      case TAKEN -> {}
      case END_NOT_STATED ->
          html.text(" ").element("span", page.say("medicines.end_not_stated"), "class", "pill");
      case ENDED -> html.text(" ").element("span", page.say("medicines.ended"), "class", "pill");
      case NOT_RECORDED ->
          html.text(" ").element("span", page.say("medicines.not_recorded"), "class", "pill");
    }
    for (var dose : doses(medicine.doses())) {
      html.element("small", dose);
    }
    html.close("th").open("td", "data-l", page.say("medicines.gene"));
    genes(medicine.checks());
    html.close("td");
    todo(medicine);
    html.close("tr");
  }

  /// Doses with their times; the latest three where there are more.
  private List<String> doses(List<Statement> doses) {
    var said = new ArrayList<String>();
    for (var dose : doses.subList(Math.max(0, doses.size() - 3), doses.size())) {
      var parts = new ArrayList<String>();
      add(parts, dose, "dose");
      add(parts, dose, "frequency");
      add(parts, dose, "route");
      parts.add(page.words().when(dose.when()));
      said.add(Words.capital(String.join(", ", parts)));
    }
    return said;
  }

  private void add(List<String> parts, Statement dose, String name) {
    var qualifier = dose.qualifier(name);
    if (qualifier != null) {
      parts.add(page.words().inSentence(page.words().value(qualifier.value())));
    }
  }

  private void genes(List<Finding> checks) {
    if (checks.isEmpty()) {
      page.state("na", page.say("medicines.no_gene"));
      return;
    }
    for (var check : checks) {
      var genes = Medicines.genes(check);
      for (var gene : genes) {
        gene(check, gene);
      }
      if (genes.isEmpty()) {
        page.html().open("div");
        page.state(check.state());
        page.html().element("small", Words.capital(FindingWords.reason(check))).close("div");
      }
    }
  }

  /// A gene's answer, and the phenotype that sources make of it.
  private void gene(Finding check, Explanation.Claim gene) {
    var html = page.html();
    var speaker = FindingWords.of(check);
    html.open("div");
    page.state(Page.style(check.state()), speaker.claim(gene.code(), gene.details()));
    Medicines.phenotypes(gene)
        .forEach(said -> html.element("small", page.say("medicines.phenotype", said)));
    html.close("div");
  }

  private void todo(Medicines.Medicine medicine) {
    var html = page.html();
    boolean isAdvised = medicine.checks().stream().anyMatch(check -> check.advice() != null);
    html.open("td", "class", isAdvised ? "todo a" : "todo", "data-l", page.say("medicines.todo"));
    html.open("span");
    boolean isAnything = false;
    for (var check : medicine.checks()) {
      var advice = check.advice();
      if (advice != null) {
        html.open("div").element("b", Words.capital(FindingWords.advice(check, advice, "")));
        html.text(" ");
        page.strength(check.strength());
        html.text(" ").element("a", page.say("now.why"), "href", page.href(check));
        html.close("div");
        isAnything = true;
      }
    }
    if (!isAnything) {
      html.open("div").text(nothing(medicine.checks())).close("div");
    }
    for (var check : medicine.checks()) {
      boolean isOpen = check.state() instanceof State.NotAssessed && check.advice() == null;
      var said = isOpen ? FindingWords.settles(check) : FindingWords.value(check);
      if (!said.isEmpty()) {
        html.element("small", said);
      }
    }
    html.close("span").close("td");
  }

  private String nothing(List<Finding> checks) {
    boolean isAnswered =
        checks.stream().anyMatch(check -> !(check.state() instanceof State.NotAssessed));
    return page.say(isAnswered ? "medicines.todo.nothing" : "medicines.todo.not_known");
  }
}
