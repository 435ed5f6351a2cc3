package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.knowledge.home.ReleaseCard;
import org.idiome.knowledge.release.Licence;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;

/// What a release is, in lines for eyes.
final class KnowledgeCards {
  private static final int SHOWN_VALUES = 5;

  private KnowledgeCards() {}

  /// The first line says which it is; those that follow what the user should know of it.
  static List<String> lines(ReleaseCard card) {
    var lines = new ArrayList<String>();
    lines.add(
        card.source()
            + " "
            + Quoted.text(card.release())
            + ": "
            + Figures.count(card.claims(), "claim")
            + ", "
            + Figures.count(card.terms(), "term")
            + ", from "
            + Figures.count(card.rows().read(), "row"));
    lines.add("  format: " + card.format() + ", variant " + card.variant());
    lines.add("  date: " + date(card));
    lines.add("  licence: " + licence(card.licence()));
    var rows = card.rows();
    lines.add(
        "  rows: kept "
            + Figures.count(rows.kept())
            + ", repeated "
            + Figures.count(rows.duplicate())
            + ", left out "
            + Figures.count(rows.leftOut())
            + ", not understood "
            + Figures.count(rows.notUnderstood()));
    notices(card, lines);
    return lines;
  }

  private static String date(ReleaseCard card) {
    var statement = card.statement();
    return statement.date() == null
        ? "not known; the content has none"
        : statement.date() + " (" + statement.dateFrom() + ")";
  }

  static String licence(Licence licence) {
    var who =
        switch (licence.basis()) {
          case FILE -> "says the file";
          case PUBLISHER -> "says the publisher's page";
          case USER -> "says who imported it";
          case NOBODY -> "nobody says";
        };
    var passing =
        switch (licence.redistribution()) {
          case ALLOWED -> "may be passed on";
          case FORBIDDEN -> "must not be passed on";
          case BY_ROW -> "whether it may be passed on each row says";
          case NOT_KNOWN -> "whether it may be passed on is not known";
        };
    return Quoted.text(licence.name()) + " (" + who + "); " + passing;
  }

  private static void notices(ReleaseCard card, List<String> lines) {
    var notices = card.notices();
    notices
        .leftOut()
        .forEach((rule, count) ->
            lines.add("  left out by the rule " + rule + ": " + Figures.count(count)));
    if (!notices.unknownColumns().isEmpty()) {
      lines.add(
          "  columns that are not known, kept: "
              + Quoted.text(String.join(", ", notices.unknownColumns())));
    }
    notices
        .unknownValues()
        .forEach((column, values) -> {
          var shown = new ArrayList<String>();
          values.stream()
              .limit(SHOWN_VALUES)
              .forEach(one -> shown.add(one.value() + " (" + Figures.count(one.count()) + ")"));
          var more = values.size() > SHOWN_VALUES ? " and others" : "";
          lines.add(
              "  values of "
                  + column
                  + " that are not known, kept: "
                  + Quoted.text(String.join(", ", shown))
                  + more);
        });
    notices
        .remarks()
        .forEach((name, remark) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "  remark %s: %s, first in line %d",
                    name,
                    Figures.count(remark.count()),
                    remark.firstLine())));
  }
}
