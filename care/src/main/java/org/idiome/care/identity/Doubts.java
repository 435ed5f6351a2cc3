package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.source.SourceRow;
import org.idiome.profile.Findings;
import org.idiome.profile.Genome;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Which samples are in doubt, and why: asked before anything is read from one.
public final class Doubts {
  /// What reads the germline names this among the findings that it needs.
  public static final String INTERPRETER = IdentityInterpreter.NAME;

  /// A sample that a finding puts in doubt.
  private record Doubt(String file, String sample, ReasonCode reason, Finding finding) {}

  private final Profile profile;
  private final List<Doubt> doubts = new ArrayList<>();

  private Doubts(Profile profile) {
    this.profile = profile;
  }

  /// Those of the findings that nobody settled.
  ///
  /// @param earlier with those of [#INTERPRETER]
  public static Doubts of(Profile profile, Findings earlier) {
    var doubts = new Doubts(profile);
    for (var finding : earlier.all()) {
      boolean isOpen =
          finding.key().interpreter().equals(INTERPRETER)
              && finding.state() instanceof State.Found
              && finding.why().details().get(Settling.SETTLED_BY) == null;
      if (isOpen) {
        doubts.add(finding);
      }
    }
    return doubts;
  }

  private void add(Finding finding) {
    var details = finding.why().details();
    var files = texts(details.get(Settling.BLOCKED_FILES));
    var samples = texts(details.get(Settling.BLOCKED_SAMPLES));
    if (!(details.get(Settling.BLOCK_REASON) instanceof Value.Word(var code))) {
      return;
    }
    var reason = ReasonCode.valueOf(code.toUpperCase(Locale.ROOT));
    for (int i = 0; i < files.size(); i++) {
      doubts.add(new Doubt(files.get(i), samples.get(i), reason, finding));
    }
  }

  private static List<String> texts(@Nullable Value value) {
    var texts = new ArrayList<String>();
    if (value instanceof Value.Several(var values)) {
      for (var one : values) {
        if (one instanceof Value.Text(var text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private boolean isOf(Doubt doubt, Genome genome) {
    var name = genome.sample() == null ? Settling.NO_SAMPLE : genome.sample();
    return doubt.sample().equals(name)
        && doubt.file().equals(profile.file(new SourceRow(genome.file(), 1)).name());
  }

  /// Whether a sample is in doubt.
  public boolean isInDoubt(Genome genome) {
    return doubts.stream().anyMatch(doubt -> isOf(doubt, genome));
  }

  /// Why some samples are in doubt; null where none is. That it may be another person's goes before
  /// that it may hold cells of one.
  public @Nullable ReasonCode reason(List<Genome> genomes) {
    ReasonCode reason = null;
    for (var doubt : doubts) {
      if (genomes.stream().anyMatch(genome -> isOf(doubt, genome))) {
        reason = reason == ReasonCode.SAMPLE_IN_DOUBT ? reason : doubt.reason();
      }
    }
    return reason;
  }

  /// Keys of the findings that put some samples in doubt, sorted.
  public List<String> findings(List<Genome> genomes) {
    return doubts.stream()
        .filter(doubt -> genomes.stream().anyMatch(genome -> isOf(doubt, genome)))
        .map(doubt -> doubt.finding().key().text())
        .distinct()
        .sorted()
        .toList();
  }
}
