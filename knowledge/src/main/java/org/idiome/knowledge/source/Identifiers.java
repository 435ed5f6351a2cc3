package org.idiome.knowledge.source;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.concept.Identifier;
import org.idiome.knowledge.release.ReleaseSink;
import org.jspecify.annotations.Nullable;

/// Reads the identifiers of one file: each spelling once. For one thread.
///
/// An identifier that has not the form of its vocabulary's is kept, and the sink is told by the
/// remark [#UNUSUAL].
public final class Identifiers {
  /// An identifier has not the form that its vocabulary has.
  public static final String UNUSUAL = "unusual_identifier";

  /// Beyond this number of spellings no more are kept; they are read each time.
  private static final int KEPT = 1 << 18;

  private final @Nullable String prefix;
  private final ReleaseSink sink;
  private final Map<String, Identifier> known = new HashMap<>();

  /// @param settings whose prefix identifiers without one are given
  public Identifiers(ImportSettings settings, ReleaseSink sink) {
    prefix = settings.prefix();
    this.sink = sink;
  }

  /// What a text says.
  public Identifier read(String text) {
    var found = known.get(text);
    if (found == null) {
      found = prefix == null ? Identifier.of(text) : Identifier.of(text, prefix);
      if (known.size() < KEPT) {
        known.put(text, found);
      }
    }
    if (found instanceof Identifier.Understood understood && !understood.isUsual()) {
      sink.remark(UNUSUAL);
    }
    return found;
  }

  /// The CURIE that a text means, or null where it means none.
  public @Nullable String curie(String text) {
    return read(text) instanceof Identifier.Understood understood ? understood.curie() : null;
  }

  /// The CURIE of a text in a column whose vocabulary is known, or null where it is none.
  ///
  /// @param of prefix of a text that has none
  public @Nullable String curie(String of, String text) {
    if (text.indexOf(':') >= 0) {
      return curie(text);
    }
    return Identifier.of(text, of) instanceof Identifier.Understood understood
        ? told(understood)
        : null;
  }

  private String told(Identifier.Understood understood) {
    if (!understood.isUsual()) {
      sink.remark(UNUSUAL);
    }
    return understood.curie();
  }
}
