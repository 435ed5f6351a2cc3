package org.idiome.record.kept;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.store.form.TimeText;
import org.idiome.store.journal.RunRow;

/// Reads back what a finding claimed, and where that is wanted the tree below its explanation.
public final class FindingReader {
  private static final int KEY_PARTS = 4;

  /// What stands below a node of an explanation.
  static final String BELOW = "because";

  private FindingReader() {}

  /// What a finding of a run that was kept claimed, without the tree below its explanation.
  ///
  /// @throws IllegalStateException where it is not as we write it
  public static Finding read(RunRow.FindingRow row) {
    return read(Stored.without(BELOW, row.content()), List.of());
  }

  /// A finding of a run that was kept, with its explanation.
  ///
  /// @throws IllegalStateException where it is not as we write it
  static Finding readWhole(RunRow.FindingRow row) {
    var stored = Stored.of(row.content());
    return read(stored, ExplanationReader.below(stored.in("why")));
  }

  private static Finding read(Stored stored, List<Explanation> because) {
    var strength = stored.at("strength");
    var advice = stored.at("advice");
    return new Finding(
        key(stored.text("key")),
        stored.list("aliases", Stored::asText),
        ContentReader.coded(stored.in("subject")),
        state(stored.in("answer")),
        strength == null ? null : strength(strength),
        advice == null ? null : advice(advice),
        why(stored.in("why"), because),
        stored.text("version"));
  }

  private static FindingKey key(String text) {
    var parts = text.split("\\|", -1);
    if (parts.length != KEY_PARTS) {
      throw new IllegalStateException("the store holds no key where there should be one");
    }
    return new FindingKey(parts[0], parts[1], parts[2], parts[3]);
  }

  private static State state(Stored stored) {
    return switch (stored.text("state")) {
      case "found" -> new State.Found(stored.list("values", FindingReader::details));
      case "excluded" -> new State.Excluded(details(stored.in("limit")));
      default ->
          new State.NotAssessed(reason(stored.text("reason")), details(stored.in("details")));
    };
  }

  private static ReasonCode reason(String code) {
    return Arrays.stream(ReasonCode.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the store holds an unknown reason " + code));
  }

  private static Strength strength(Stored stored) {
    return new Strength(
        Strength.Level.valueOf(upper(stored.text("level"))), stored.textOrNull("grade"));
  }

  private static Advice advice(Stored stored) {
    return new Advice(
        Advice.Verb.valueOf(upper(stored.text("verb"))),
        Advice.Priority.valueOf(upper(stored.text("priority"))),
        stored.text("code"),
        details(stored.in("details")));
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private static Explanation.Claim why(Stored stored, List<Explanation> because) {
    return new Explanation.Claim(stored.text("claim"), detailsOf(stored), because);
  }

  /// The details of a node; none where it has none.
  static Details detailsOf(Stored node) {
    var details = node.at("details");
    return details == null ? Details.NONE : details(details);
  }

  private static Details details(Stored stored) {
    var details = new TreeMap<String, Value>();
    stored.members().forEach((name, member) -> details.put(name, value(member)));
    return Details.of(details);
  }

  static Value value(Stored stored) {
    var when = stored.textOrNull("when");
    if (when != null) {
      return time(when);
    }
    var count = stored.numberOrNull("count");
    if (count != null) {
      return new Value.Count(count.longValue());
    }
    var locus = stored.at("locus");
    if (locus != null) {
      return new Value.Place(locus(locus));
    }
    return stored.at("list") == null
        ? ContentReader.value(stored)
        : new Value.Several(stored.list("list", FindingReader::value));
  }

  /// A class of onset is written for eyes, and stays that text.
  private static Value time(String text) {
    try {
      return new Value.Time(TimeText.read(text));
    } catch (DateTimeException _) {
      return new Value.Text(text);
    }
  }

  private static Locus locus(Stored stored) {
    var build =
        Arrays.stream(GenomeBuild.values())
            .filter(one -> one.code().equals(stored.text("build")))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the store holds an unknown build"));
    return new Locus(
        build,
        new Contig(stored.text("contig")),
        (int) stored.number("start") - 1,
        (int) stored.number("end"));
  }
}
