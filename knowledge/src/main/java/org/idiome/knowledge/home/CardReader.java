package org.idiome.knowledge.home;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.knowledge.json.JsonTree;
import org.idiome.knowledge.packed.Notices;
import org.idiome.knowledge.release.Licence;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.RowCounts;
import org.idiome.knowledge.source.ImportSettings;
import org.jspecify.annotations.Nullable;

/// Reads the card of a release back.
final class CardReader {
  private CardReader() {}

  /// @throws IllegalArgumentException where the bytes are no card
  static ReleaseCard read(byte[] bytes) {
    try {
      return card(new Members(JsonTree.read(bytes)));
    } catch (DateTimeException | ClassCastException e) {
      throw new IllegalArgumentException("no card of a release", e);
    }
  }

  private static ReleaseCard card(Members card) {
    return new ReleaseCard(
        card.text("source"),
        card.text("format"),
        card.text("variant"),
        Math.toIntExact(card.number("importer_version")),
        card.text("file"),
        card.optional("address"),
        card.number("bytes"),
        new Sha256(card.text("sha256")),
        new Sha256(card.text("sha256_unpacked")),
        new Sha256(card.text("sha256_packed")),
        Instant.parse(card.text("imported")),
        statement(card.object("statement")),
        licence(card.object("licence")),
        settings(card.object("settings")),
        rows(card.object("rows")),
        card.number("claims"),
        card.number("terms"),
        notices(card.object("notices")));
  }

  private static ReleaseStatement statement(Members statement) {
    var date = statement.optional("date");
    return new ReleaseStatement(
        statement.optional("version"),
        date == null ? null : LocalDate.parse(date),
        statement.optional("date_from"),
        statement.optional("licence"));
  }

  private static Licence licence(Members licence) {
    return new Licence(
        licence.text("name"),
        Licence.Basis.valueOf(licence.text("basis").toUpperCase(Locale.ROOT)),
        Licence.Redistribution.valueOf(licence.text("redistribution").toUpperCase(Locale.ROOT)));
  }

  private static ImportSettings settings(Members settings) {
    var columns = new TreeMap<String, String>();
    settings
        .objectOrEmpty("columns")
        .values
        .forEach((name, value) -> columns.put(name, ((Json.Str) value).text()));
    return new ImportSettings(
        settings.optional("source"),
        columns,
        settings.optional("prefix"),
        settings.optional("licence"));
  }

  private static RowCounts rows(Members rows) {
    return new RowCounts(
        rows.number("read"),
        rows.number("kept"),
        rows.number("duplicate"),
        rows.number("left_out"),
        rows.number("not_understood"));
  }

  private static Notices notices(Members notices) {
    var columns = new ArrayList<String>();
    notices.array("unknown_columns").forEach(name -> columns.add(((Json.Str) name).text()));
    var values = new TreeMap<String, List<Notices.Counted>>();
    var unknown = notices.objectOrEmpty("unknown_values");
    for (var column : unknown.values.keySet()) {
      var counted = new ArrayList<Notices.Counted>();
      for (var one : unknown.array(column)) {
        var value = new Members(one);
        counted.add(new Notices.Counted(value.text("value"), value.number("count")));
      }
      values.put(column, List.copyOf(counted));
    }
    var leftOut = new TreeMap<String, Long>();
    var rules = notices.objectOrEmpty("left_out");
    rules.values.keySet().forEach(rule -> leftOut.put(rule, rules.number(rule)));
    var refused = new ArrayList<Notices.Refused>();
    for (var one : notices.array("not_understood")) {
      var row = new Members(one);
      refused.add(new Notices.Refused(row.number("line"), row.text("column"), row.text("value")));
    }
    var remarks = new TreeMap<String, Notices.Remark>();
    var said = notices.objectOrEmpty("remarks");
    for (var name : said.values.keySet()) {
      var remark = said.object(name);
      remarks.put(name, new Notices.Remark(remark.number("count"), remark.number("first_line")));
    }
    return new Notices(List.copyOf(columns), values, leftOut, List.copyOf(refused), remarks);
  }

  /// The members of an object.
  private static final class Members {
    final TreeMap<String, Json> values = new TreeMap<>();

    Members(Json json) {
      values.putAll(((Json.Obj) json).members());
    }

    private Json required(String name) {
      var value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("a card has no " + name);
      }
      return value;
    }

    String text(String name) {
      return ((Json.Str) required(name)).text();
    }

    @Nullable String optional(String name) {
      return values.containsKey(name) ? text(name) : null;
    }

    long number(String name) {
      return (long) ((Json.Num) required(name)).number();
    }

    Members object(String name) {
      return new Members(required(name));
    }

    Members objectOrEmpty(String name) {
      return values.containsKey(name) ? object(name) : new Members(Json.object().end());
    }

    List<Json> array(String name) {
      return values.containsKey(name) ? ((Json.Arr) required(name)).items() : List.of();
    }
  }
}
