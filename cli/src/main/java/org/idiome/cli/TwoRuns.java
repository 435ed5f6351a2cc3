package org.idiome.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.idiome.core.finding.Finding;
import org.idiome.core.run.Run;
import org.idiome.core.run.RunInputs;
import org.idiome.profile.change.Cause;
import org.idiome.profile.change.CauseFinder;
import org.idiome.profile.change.Change;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.kept.FindingReader;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.KeptRun;
import org.idiome.report.text.ChangesText;
import org.idiome.store.journal.RunRow;
import org.jspecify.annotations.Nullable;

/// Two runs of one person, of which the first is the older, and replays between them.
///
/// @param before the older
/// @param after the newer
/// @param apart newer runs of other questions, which are not compared
record TwoRuns(OpenPerson open, Side before, Side after, List<String> apart, CommonOptions common) {
  /// Names what would be said now.
  static final String NOW = "now";

  private static final String KNOWN_BY = "known_by";
  private static final int DAY_CHARS = 10;

  /// One of them.
  ///
  /// @param recorded day on which it was kept; empty for one that was just made
  /// @param batch the last batch that counted
  /// @param asked its settings as they were given, without what it knew
  /// @param question the options with which it was asked; empty of everything that is known
  /// @param isNow whether nothing that it rests on has changed since
  record Side(
      String name,
      String recorded,
      long batch,
      RunInputs inputs,
      SortedMap<String, String> asked,
      String question,
      boolean isNow,
      List<Finding> findings) {}

  /// A run that was kept.
  ///
  /// @param isNow whether nothing that it rests on has changed since
  static Side kept(OpenPerson open, RunRow row, boolean isNow) {
    var run = KeptRun.of(row);
    return new Side(
        "run " + row.number(),
        row.recorded().substring(0, DAY_CHARS),
        row.head().batch(),
        run.inputs(),
        withoutKnownBy(run.asked()),
        question(run.asked()),
        isNow,
        open.findings(row).stream().map(FindingReader::read).toList());
  }

  /// What would be said now of everything, without any setting.
  static Side now(OpenPerson open, CommonOptions common) {
    var asked = new TreeMap<String, String>();
    var run = run(open, open.person(), open.batch(), asked, common);
    return new Side(NOW, "", open.batch(), run.inputs(), asked, "", true, findings(run));
  }

  /// Settings as the options that give them.
  static String question(SortedMap<String, String> asked) {
    return asked.entrySet().stream()
        .map(one -> "--" + one.getKey().replace('_', '-') + " " + one.getValue())
        .collect(Collectors.joining(" "));
  }

  private static SortedMap<String, String> withoutKnownBy(SortedMap<String, String> asked) {
    var rest = new TreeMap<>(asked);
    rest.remove(KNOWN_BY);
    return rest;
  }

  private static Run run(
      OpenPerson open,
      KeptPerson person,
      long batch,
      SortedMap<String, String> asked,
      CommonOptions common) {
    var source = Subject.source(open, person, batch, common);
    return People.interpret(source, asked, common).run();
  }

  /// Findings as they are read back from a journal, so that both sides are compared alike.
  private static List<Finding> findings(Run run) {
    return OpenPerson.rows(run).stream().map(FindingReader::read).toList();
  }

  /// What changed, and why.
  ChangesText.Comparison compare() {
    var changes = Change.between(before.findings(), after.findings());
    var outside = changes.isEmpty() ? List.<ChangesText.Data>of() : outside();
    var causes = new CauseFinder(factors(!outside.isEmpty()), this::replay);
    var data = new DataBetween(open, before.batch(), after.batch(), this::replayNewer);
    var caused =
        changes.stream()
            .map(one -> {
              var cause = causes.of(one);
              return new ChangesText.Caused(one, cause, data(data, one, cause, outside));
            })
            .toList();
    long touched = changes.stream().filter(one -> one.after() != null).count();
    return new ChangesText.Comparison(
        open.id(),
        side(before),
        side(after),
        between(),
        caused,
        after.findings().size() - touched,
        settings(),
        apart);
  }

  private static ChangesText.Side side(Side side) {
    var at = side.inputs().settings().get("at");
    return new ChangesText.Side(
        side.name(), side.recorded(), at == null ? "" : at, side.question(), side.isNow());
  }

  /// What came into the record between them, whichever was named first.
  private List<ChangesText.Batch> between() {
    long first = Math.min(before.batch(), after.batch());
    long last = Math.max(before.batch(), after.batch());
    return open.batches(first, last).stream()
        .map(one ->
            new ChangesText.Batch(
                one.batch(),
                one.recorded().substring(0, DAY_CHARS),
                one.command(),
                one.author() == null ? "" : one.author(),
                one.reason() == null ? "" : one.reason()))
        .toList();
  }

  /// What changed outside of the person and no replay undoes, since the older of the two; where
  /// neither is of now, it may also have changed since the newer.
  private List<ChangesText.Data> outside() {
    long first = Math.min(before.batch(), after.batch());
    var days = Stream.of(before.recorded(), after.recorded()).filter(day -> !day.isEmpty());
    var since = days.min(Comparator.naturalOrder()).map(LocalDate::parse).orElse(LocalDate.MAX);
    return open.standing(first, open.batch(), since).stream().map(DataBetween::outside).toList();
  }

  private CauseFinder.Factors factors(boolean isOutsideOther) {
    return new CauseFinder.Factors(
        before.batch() != after.batch(),
        !before.asked().equals(after.asked()),
        !before.inputs().snapshot().equals(after.inputs().snapshot()),
        isOutsideOther,
        before.inputs().software(),
        after.inputs().software(),
        after.name().equals(NOW));
  }

  private static List<ChangesText.Data> data(
      DataBetween data, Change change, Cause cause, List<ChangesText.Data> outside) {
    return switch (cause) {
      case DATA -> data.of(change);
      case DATA_OR_SETTINGS, DATA_WITH_SETTINGS -> data.all();
      case OUTSIDE, NOT_DETERMINED -> outside;
      case SETTINGS, SOFTWARE, KNOWLEDGE -> List.of();
    };
  }

  private List<Finding> replay(CauseFinder.Side data, CauseFinder.Side settings) {
    long batch = (data == CauseFinder.Side.BEFORE ? before : after).batch();
    return replay(batch, (settings == CauseFinder.Side.BEFORE ? before : after).asked());
  }

  private List<Finding> replayNewer(long batch) {
    return replay(batch, after.asked());
  }

  private List<Finding> replay(long batch, SortedMap<String, String> asked) {
    var person = open.by(batch);
    return person == null ? List.of() : findings(run(open, person, batch, asked, common));
  }

  private List<String> settings() {
    var names = new TreeSet<String>(before.asked().keySet());
    names.addAll(after.asked().keySet());
    var differing = new ArrayList<String>();
    for (var name : names) {
      var was = before.asked().get(name);
      var is = after.asked().get(name);
      if (!Objects.equals(was, is)) {
        differing.add(name + " " + text(is) + ", was " + text(was));
      }
    }
    return differing;
  }

  private static String text(@Nullable String setting) {
    return setting == null ? "not given" : setting;
  }
}
