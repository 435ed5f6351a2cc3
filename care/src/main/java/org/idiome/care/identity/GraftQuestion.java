package org.idiome.care.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.idiome.care.identity.Settling.About;
import org.idiome.care.identity.Settling.Mismatch;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.Order;
import org.idiome.core.time.When;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// May a germline sample hold cells of somebody else, or speak of another liver than the person
/// has?
///
/// A procedure counts by its code alone. One that is recorded and surely came after the sample, or
/// long enough before it, does not count; nor does one where the tissue holds one's own cells
/// whatever flows in the blood. Where time or tissue are not stated, it counts.
final class GraftQuestion {
  static final String KIND = "cells_of_another";
  private static final String CLAIM = "may_hold_cells_of_another";
  private static final String STEM_CELLS = "blood_stem_cells";

  private final Profile profile;
  private final IdentityRules rules;
  private final Settling settling;

  /// A procedure that brings cells.
  private record Graft(Statement statement, String cells) {}

  private final List<Graft> grafts = new ArrayList<>();

  GraftQuestion(Profile profile, IdentityRules rules, Settling settling) {
    this.profile = profile;
    this.rules = rules;
    this.settling = settling;
    for (var statement : profile.statements(Layer.THERAPY)) {
      var cells = rules.cells(statement.concept().id());
      boolean isDone = statement.presence() == Presence.Looked.PRESENT;
      if (cells != null && isDone && !cells.equals(IdentityRules.OWN_CELLS)) {
        grafts.add(new Graft(statement, cells));
      }
    }
  }

  /// Whether blood stem cells were given.
  boolean hasOthersBlood() {
    return grafts.stream().anyMatch(graft -> graft.cells().equals(STEM_CELLS));
  }

  /// The answer for a germline sample, or null where nothing that is recorded concerns it.
  @Nullable Finding answer(Sample sample) {
    var counting = grafts.stream().filter(graft -> counts(graft, sample)).toList();
    if (counting.isEmpty()) {
      return null;
    }
    var because = new ArrayList<Explanation>();
    var cells = new ArrayList<String>();
    for (var graft : counting) {
      var window = rules.window(graft.cells());
      if (!cells.contains(graft.cells())) {
        cells.add(graft.cells());
        because.add(
            new Explanation.Rule(
                "window_" + graft.cells(),
                IdentityInterpreter.VERSION,
                window.citation(),
                Details.NONE,
                window.row(),
                List.of()));
      }
      because.add(
          new Explanation.Used(
              "procedure",
              new Value.Thing(graft.statement().concept()),
              List.of(profile.cite(graft.statement().rows().getFirst(), null))));
    }
    because.add(timing(sample));
    var values =
        Details.of("file", new Value.Text(sample.file()))
            .text("sample", sample.name())
            .with("cells", new Value.Several(words(cells)))
            .count("procedures", counting.size());
    return settling.found(
        new About(KIND, "sample", sample.scope()),
        values,
        new Mismatch(CLAIM, "use_own_cells", List.of(sample), ReasonCode.CELLS_OF_ANOTHER),
        because);
  }

  private static List<Value> words(List<String> codes) {
    return codes.stream().sorted().<Value>map(Value.Word::new).toList();
  }

  private static Explanation timing(Sample sample) {
    var specimen = sample.specimen();
    var tissue = specimen == null ? null : specimen.tissue();
    var details = Details.NONE;
    if (tissue != null) {
      details = details.with("tissue", new Value.Thing(tissue));
    }
    if (specimen != null && !(specimen.collected() instanceof When.NotStated)) {
      details = details.with("collected", new Value.Time(specimen.collected()));
    }
    return new Explanation.Note(Explanation.Note.Kind.REASON, "sample_taken", details);
  }

  private boolean counts(Graft graft, Sample sample) {
    var window = rules.window(graft.cells());
    if (!window.isBySample()) {
      return true;
    }
    var specimen = sample.specimen();
    var tissue = specimen == null ? null : specimen.tissue();
    if (tissue != null && rules.isOwn(tissue.id())) {
      return false;
    }
    var collected = specimen == null ? When.notStated() : specimen.collected();
    if (collected.order(begin(graft.statement().when())) == Order.BEFORE) {
      return false;
    }
    var until = window.untilDays();
    return until == null || !isLater(collected, graft.statement().when(), until);
  }

  /// Whether the sample was surely taken more than some days after the last that is said of a
  /// procedure.
  private static boolean isLater(When collected, When given, int days) {
    LocalDate last = given.lastDay();
    LocalDate taken = collected.firstDay();
    return last != null && taken != null && taken.isAfter(last.plusDays(days));
  }

  private static When begin(When when) {
    if (when instanceof When.Interval(var start, var _)) {
      return start == null ? When.notStated() : start;
    }
    return when;
  }
}
