package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.profile.Settlement;
import org.jspecify.annotations.Nullable;

/// Makes findings of answers, and lays beside a mismatch what somebody settled of it.
///
/// A settlement holds for the very answer that was looked into; it takes advice and block away and
/// leaves the finding.
final class Settling {
  /// Names of details by which [Doubts] knows what a finding blocks.
  static final String BLOCKED_FILES = "blocked_files";

  static final String BLOCKED_SAMPLES = "blocked_samples";
  static final String BLOCK_REASON = "block_reason";
  static final String SETTLED_BY = "settled_by";

  /// How a sample without a name in its file is written.
  static final String NO_SAMPLE = ".";

  private final List<Settlement> settlements;

  Settling(List<Settlement> settlements) {
    this.settlements = settlements;
  }

  /// What a question is about.
  ///
  /// @param scope part of the key
  record About(String kind, String subject, String scope) {
    FindingKey key() {
      return new FindingKey(IdentityInterpreter.NAME, kind, subject, scope);
    }
  }

  /// A mismatch.
  ///
  /// @param claim code of the claim
  /// @param advice code of what is to be done; null for nothing
  /// @param blocked samples that it puts in doubt; empty for none
  /// @param reason for which what rests on them is not assessed
  record Mismatch(String claim, @Nullable String advice, List<Sample> blocked, ReasonCode reason) {}

  /// There is a mismatch.
  Finding found(About about, Details values, Mismatch mismatch, List<Explanation> because) {
    var answer = finding(about, State.found(values), null, claim(mismatch.claim(), because));
    var settled = settled(answer);
    var details = mismatch.blocked().isEmpty() ? Details.NONE : blocks(mismatch);
    var children = new ArrayList<>(because);
    var code = mismatch.advice();
    Advice advice = null;
    if (settled != null) {
      details =
          details
              .text(SETTLED_BY, settled.by())
              .text("settled_reason", settled.reason())
              .with("settled_on", new Value.Time(settled.recorded()));
    } else if (code != null) {
      children.add(new Explanation.Note(Explanation.Note.Kind.SETTLES, code, Details.NONE));
      advice =
          new Advice(
              Advice.Verb.SETTLE,
              mismatch.blocked().isEmpty() ? Advice.Priority.GAP : Advice.Priority.BLOCKS_DECISION,
              code,
              Details.NONE);
    }
    if (!mismatch.blocked().isEmpty()) {
      children.add(
          new Explanation.Note(
              Explanation.Note.Kind.MATTERS,
              settled == null ? "blocks_germline" : "no_longer_blocks",
              Details.NONE));
    }
    return finding(
        about,
        State.found(values),
        advice,
        new Explanation.Claim(mismatch.claim(), details, children));
  }

  /// There is none, as far as could be seen.
  Finding excluded(About about, String claim, Details limit, List<Explanation> because) {
    return finding(about, new State.Excluded(limit), null, claim(claim, because));
  }

  /// It cannot be told.
  Finding notAssessed(
      About about,
      String claim,
      ReasonCode reason,
      String detail,
      Details values,
      List<Explanation> because) {
    return finding(
        about,
        new State.NotAssessed(reason, values.word("detail", detail)),
        null,
        claim(claim, because));
  }

  private static Explanation.Claim claim(String code, List<Explanation> because) {
    return new Explanation.Claim(code, Details.NONE, because);
  }

  private static Finding finding(
      About about, State state, @Nullable Advice advice, Explanation.Claim why) {
    return new Finding(
        about.key(),
        List.of(),
        Coded.of(about.subject()),
        state,
        null,
        advice,
        why,
        IdentityInterpreter.VERSION);
  }

  private static Details blocks(Mismatch mismatch) {
    var files = new ArrayList<String>();
    var samples = new ArrayList<String>();
    for (var sample : mismatch.blocked()) {
      var name = sample.genome().sample();
      files.add(sample.file());
      samples.add(name == null ? NO_SAMPLE : name);
    }
    return Details.of(BLOCKED_FILES, Value.texts(files))
        .with(BLOCKED_SAMPLES, Value.texts(samples))
        .word(BLOCK_REASON, mismatch.reason().code());
  }

  private @Nullable Settlement settled(Finding finding) {
    var answer = Settlement.answer(finding);
    Settlement latest = null;
    for (var settlement : settlements) {
      if (settlement.finding().equals(finding.key().text()) && settlement.answer().equals(answer)) {
        latest = settlement;
      }
    }
    return latest;
  }
}
