package org.idiome.store.journal;

import java.util.List;
import java.util.Locale;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// A row of the audit.
///
/// @param number from 1
/// @param recorded when, UTC to the millisecond; as the clock said
/// @param said what it says
/// @param digest covers it and the row before
public record AuditRow(long number, String recorded, Said said, Sha256 digest) {

  /// Before the first row.
  public static final Sha256 START = new Sha256("0".repeat(64));

  /// What became of a reading.
  public enum Outcome {
    /// Something was given out, be it that nothing was there.
    ANSWERED,
    /// The purpose had no basis: nothing was read.
    REFUSED,
    /// It came to no answer.
    FAILED;

    /// The name in lower case.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a row says.
  ///
  /// @param who user of the system
  /// @param named as whom they gave themselves out, or null
  /// @param person keyed hash of the id; null where it was about nobody in particular
  /// @param layers what was read, sorted; empty where it was no observation
  /// @param results how many were given out; null where nothing was
  public record Said(
      String who,
      @Nullable String named,
      @Nullable Sha256 person,
      String purpose,
      String command,
      List<String> layers,
      Outcome outcome,
      @Nullable Long results) {
    /// Copies the list.
    public Said {
      layers = List.copyOf(layers);
    }
  }

  /// The digest of a row behind another.
  static Sha256 digest(Sha256 before, long number, String recorded, Said said) {
    var named = said.named();
    var person = said.person();
    var results = said.results();
    return new Digester()
        .text(before.hex())
        .integer(number)
        .text(recorded)
        .text(said.who())
        .text(named == null ? "" : "as " + named)
        .text(person == null ? "" : person.hex())
        .text(said.purpose())
        .text(said.command())
        .text(String.join(",", said.layers()))
        .text(said.outcome().code())
        .text(results == null ? "" : results.toString())
        .end();
  }
}
